package akashi.sample;

import akashi.document.CautionNote;
import akashi.operation.DocumentType;
import akashi.operation.OperationCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A sample document being written down; {@code place} is the order number of the station that registers it. */
final class Draft {
    private final OperationCode operation;
    private final String type;
    private int station;
    private final LocalDate registered;
    private final Map<String, List<String>> inputs = new TreeMap<>();
    private final List<CautionNote> cautions = new ArrayList<>();
    private @Nullable String ending;
    private boolean waits;

    Draft(String operation, String type, int station, LocalDate registered) {
        this.operation = new OperationCode(operation);
        this.type = type;
        this.station = station;
        this.registered = registered;
    }

    Draft set(String input, String... texts) {
        List<String> filled =
                List.of(texts).stream().filter(text -> !text.isEmpty()).toList();
        if (!filled.isEmpty()) {
            inputs.put(input, filled);
        }
        return this;
    }

    Draft set(String input, LocalDate date) {
        return set(input, date.toString());
    }

    /** Writing, reading and romaji of a person. */
    Draft person(String field, String written, String kana, String romaji) {
        return set(field + ".written", written).set(field + ".kana", kana).set(field + ".romaji", romaji);
    }

    Draft place(String field, String municipality, String town) {
        return set(field + ".prefecture", "青森県")
                .set(field + ".municipality", municipality)
                .set(field + ".town", town);
    }

    Draft caution(String code, String source) {
        cautions.add(new CautionNote(code, source, registered));
        return this;
    }

    Draft ended(String code) {
        ending = code;
        return this;
    }

    Draft at(int otherStation) {
        station = otherStation;
        return this;
    }

    Draft waiting() {
        waits = true;
        return this;
    }

    OperationCode operation() {
        return operation;
    }

    String type() {
        return type;
    }

    int station() {
        return station;
    }

    LocalDate registered() {
        return registered;
    }

    List<CautionNote> cautions() {
        return List.copyOf(cautions);
    }

    @Nullable String ending() {
        return ending;
    }

    boolean waits() {
        return waits;
    }

    /** What is entered at registration; what belongs to the end of a document is left out. */
    Map<String, List<String>> entered(DocumentType definition) {
        Map<String, List<String>> entered = new TreeMap<>(inputs);
        definition.fields().stream()
                .filter(field -> field.stage() == akashi.operation.Field.Stage.END)
                .flatMap(field -> field.inputs().stream())
                .forEach(entered::remove);
        return entered;
    }
}
