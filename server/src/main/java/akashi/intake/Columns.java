package akashi.intake;

import akashi.intake.ImportReport.LineFault;
import akashi.operation.ImportMapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which columns of a file fill which input; a column may stand twice where the mapping allows it. */
final class Columns {
    private final Map<ImportMapping.Column, List<Integer>> places = new LinkedHashMap<>();
    private final List<LineFault> faults = new ArrayList<>();
    private final int width;

    private Columns(int width) {
        this.width = width;
    }

    /** Reads the header; a column nobody knows is a fault, because its content would be lost. */
    static Columns of(List<String> header, ImportMapping mapping) {
        Columns columns = new Columns(header.size());
        for (int place = 0; place < header.size(); place++) {
            String name = header.get(place).strip();
            Optional<ImportMapping.Column> column = mapping.columns().stream()
                    .filter(c -> c.headers().contains(name))
                    .findFirst();
            if (column.isEmpty()) {
                columns.fault(name, "intake.fault.unknown-column", name);
                continue;
            }
            List<Integer> before = columns.places.computeIfAbsent(column.get(), _ -> new ArrayList<>());
            if (!before.isEmpty() && mapping.doubledColumns() == ImportMapping.DoubledColumns.REFUSE) {
                columns.fault(name, "intake.fault.doubled-column", name);
            }
            before.add(place);
        }
        mapping.columns().stream()
                .filter(column -> column.required() && !columns.places.containsKey(column))
                .forEach(column -> columns.fault(
                        column.headers().getFirst(),
                        "intake.fault.missing-column",
                        column.headers().getFirst()));
        return columns;
    }

    List<LineFault> faults() {
        return List.copyOf(faults);
    }

    /** How many cells a line must have. */
    int width() {
        return width;
    }

    Map<ImportMapping.Column, List<Integer>> places() {
        return places;
    }

    /** Whether a column stands more than once. */
    boolean doubled() {
        return places.values().stream().anyMatch(list -> list.size() > 1);
    }

    /** What the file calls the column that fills an input. */
    Optional<String> nameOf(String input) {
        return places.keySet().stream()
                .filter(column -> column.target().equals(input))
                .map(column -> column.headers().getFirst())
                .findFirst();
    }

    private void fault(String column, String messageKey, Object... args) {
        faults.add(new LineFault(1, column, messageKey, List.of(args)));
    }
}
