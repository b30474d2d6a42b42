package akashi.intake;

import akashi.csv.CsvRows;
import akashi.definition.CodeList;
import akashi.definition.FieldType;
import akashi.document.Fault;
import akashi.document.Values;
import akashi.intake.ImportReport.Doubled;
import akashi.intake.ImportReport.LineFault;
import akashi.intake.ImportReport.Repair;
import akashi.operation.DocumentType;
import akashi.operation.Field;
import akashi.operation.ImportMapping;
import akashi.operation.Operations;
import akashi.record.RecordLoader;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Turns the lines of a file into what documents say. Repairs only what the mapping allows, and writes every repair
 * down.
 */
final class Conversion {
    /** Types whose values are the same in full and in half width, so that widths may be repaired. */
    private static final List<FieldType> FIGURES = List.of(
            FieldType.NUMBER,
            FieldType.DATE,
            FieldType.PHONE,
            FieldType.LICENCE_NUMBER,
            FieldType.RESIDENCE_CARD_NUMBER);

    private static final String WIDTH = "width";

    private final ImportMapping mapping;
    private final DocumentType type;
    private final Operations operations;
    private final RecordLoader loader;
    private final List<Repair> repairs = new ArrayList<>();
    private final List<LineFault> faults = new ArrayList<>();
    private final List<Doubled> doubled = new ArrayList<>();

    Conversion(ImportMapping mapping, DocumentType type, Operations operations, RecordLoader loader) {
        this.mapping = mapping;
        this.type = type;
        this.operations = operations;
        this.loader = loader;
    }

    /** What a file says; {@code values} is complete only where the report has no fault. */
    record Converted(List<Values> values, ImportReport report) {
        Converted {
            values = List.copyOf(values);
        }
    }

    Converted convert(String name, CsvFile file) {
        Columns columns = Columns.of(file.header(), mapping);
        faults.addAll(columns.faults());
        List<Values> values = new ArrayList<>();
        if (faults.isEmpty()) {
            if (columns.doubled()) {
                repairs.add(new Repair(
                        1,
                        "",
                        "doubled-columns",
                        file.header().size() + "",
                        columns.places().size() + ""));
            }
            Map<List<String>, Long> seen = new HashMap<>();
            for (CsvRows.Row line : file.lines()) {
                if (line.cells().size() != columns.width()) {
                    fault(
                            line,
                            "",
                            "intake.fault.width",
                            columns.width(),
                            line.cells().size());
                } else {
                    same(line, seen);
                    row(line, columns).ifPresent(values::add);
                }
            }
        }
        return new Converted(
                values,
                new ImportReport(
                        name, file.encoding(), file.lines().size(), file.blank(), 0, "", "", doubled, repairs, faults));
    }

    private void same(CsvRows.Row line, Map<List<String>, Long> seen) {
        Long first = seen.putIfAbsent(line.cells(), line.number());
        if (first == null) {
            return;
        }
        switch (mapping.doubledRows()) {
            case REFUSE -> fault(line, "", "intake.fault.doubled-row", first);
            case KEEP_AND_REPORT -> doubled.add(new Doubled(line.number(), first));
        }
    }

    private Optional<Values> row(CsvRows.Row line, Columns columns) {
        int before = faults.size();
        Map<String, List<String>> inputs = new TreeMap<>();
        mapping.constants().forEach((input, text) -> inputs.put(input, List.of(text)));
        columns.places().forEach((column, places) -> {
            String text = value(line, column, merged(line, column, places));
            if (!text.isEmpty()) {
                inputs.put(column.target(), List.of(text));
            }
        });
        if (faults.size() > before) {
            return Optional.empty();
        }
        return switch (loader.read(type, inputs)) {
            case RecordLoader.Read.Fit(Values values) -> {
                canonical(line, columns, inputs, values);
                yield Optional.of(values);
            }
            case RecordLoader.Read.Faulty(List<Fault> found) -> {
                found.forEach(fault -> faults.add(new LineFault(
                        line.number(),
                        columns.nameOf(fault.input()).orElse(fault.input()),
                        fault.messageKey(),
                        fault.args())));
                yield Optional.empty();
            }
        };
    }

    /**
     * A column that stands twice: equal cells count once, a blank is filled from the other, two different ones are a
     * fault.
     */
    private String merged(CsvRows.Row line, ImportMapping.Column column, List<Integer> places) {
        String text = line.cells().get(places.getFirst());
        for (int place : places.subList(1, places.size())) {
            String other = line.cells().get(place);
            if (text.isBlank() && !other.isBlank()) {
                repair(line, column, "filled-from-double", text, other);
                text = other;
            } else if (!other.isBlank() && !other.equals(text)) {
                fault(line, column.headers().getFirst(), "intake.fault.doubles-differ", text, other);
            }
        }
        return text;
    }

    private String value(CsvRows.Row line, ImportMapping.Column column, String cell) {
        String text = cell.strip();
        if (!text.equals(cell)) {
            repair(line, column, "trimmed", cell, text);
        }
        if (text.isEmpty()) {
            return "";
        }
        if (column.unknown().contains(text)) {
            repair(line, column, "unknown", text, Field.UNKNOWN);
            return Field.UNKNOWN;
        }
        Field field = field(column);
        boolean code = column.target().endsWith(".municipalityCode");
        if (code || FIGURES.contains(field.type())) {
            text = repaired(line, column, WIDTH, text, Normalizer.normalize(text, Normalizer.Form.NFKC));
        }
        if (column.pad() != null) {
            text = repaired(line, column, "padded", text, column.pad().fill(text));
        }
        if (!column.dateFormats().isEmpty()) {
            return date(line, column, text);
        }
        return field.type() == FieldType.CHOICE || column.target().endsWith(".kind")
                ? choice(line, column, field, text)
                : text;
    }

    private String date(CsvRows.Row line, ImportMapping.Column column, String text) {
        for (String pattern : column.dateFormats()) {
            Optional<LocalDate> day = day(text, pattern);
            if (day.isPresent()) {
                String iso = day.get().toString();
                return pattern.equals(column.dateFormats().getFirst())
                        ? iso
                        : repaired(line, column, "date-form", text, iso);
            }
        }
        fault(line, column.headers().getFirst(), "intake.fault.date", text);
        return "";
    }

    private static Optional<LocalDate> day(String text, String pattern) {
        try {
            DateTimeFormatter form = DateTimeFormatter.ofPattern(pattern.replace("yyyy", "uuuu"), Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
            return Optional.of(LocalDate.parse(text, form));
        } catch (DateTimeParseException otherForm) {
            return Optional.empty();
        }
    }

    private String choice(CsvRows.Row line, ImportMapping.Column column, Field field, String text) {
        CodeList list = operations.codeList(field.list()
                .orElseThrow(() -> new IllegalStateException("Choice " + field.name() + " must name a code list")));
        Optional<CodeList.Entry> meaning = list.meaning(text);
        if (meaning.isEmpty()) {
            fault(line, column.headers().getFirst(), "intake.fault.code", text);
            return "";
        }
        CodeList.Entry entry = meaning.get();
        if (entry.aliases().contains(text) && !entry.label().ja().equals(text)) {
            repair(line, column, "alias", text, entry.label().ja());
        }
        return entry.code();
    }

    /** What checking itself wrote otherwise, such as 04 as 4, is a repair too. */
    private void canonical(CsvRows.Row line, Columns columns, Map<String, List<String>> inputs, Values values) {
        columns.places().keySet().forEach(column -> {
            String given = inputs.getOrDefault(column.target(), List.of("")).getFirst();
            String kept = values.first(column.target());
            if (!given.equals(kept)) {
                repair(line, column, "canonical", given, kept);
            }
        });
    }

    private Field field(ImportMapping.Column column) {
        String target = column.target();
        String name = target.contains(".") ? target.substring(0, target.indexOf('.')) : target;
        return type.field(name)
                .orElseThrow(() -> new IllegalStateException("Import column must fill a field: " + target));
    }

    private String repaired(CsvRows.Row line, ImportMapping.Column column, String rule, String from, String to) {
        if (!from.equals(to)) {
            repair(line, column, rule, from, to);
        }
        return to;
    }

    private void repair(CsvRows.Row line, ImportMapping.Column column, String rule, String from, String to) {
        repairs.add(new Repair(line.number(), column.headers().getFirst(), rule, from, to));
    }

    private void fault(CsvRows.Row line, String column, String messageKey, Object... args) {
        faults.add(new LineFault(line.number(), column, messageKey, List.of(args)));
    }
}
