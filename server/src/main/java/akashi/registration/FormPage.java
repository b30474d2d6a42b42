package akashi.registration;

import akashi.definition.Label;
import akashi.definition.Widget;
import akashi.document.Fault;
import akashi.document.Wording;
import akashi.operation.Caution;
import akashi.operation.DocumentType;
import akashi.operation.Ending;
import akashi.operation.Field;
import akashi.operation.OperationVersion;
import akashi.web.Chrome;
import akashi.web.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form drawn from the definition: registration, correction, or the end of a document.
 *
 * @param typed everything as it was typed, by the name of the form's input
 * @param number business number, null for a new document
 * @param version the version before the person's eyes
 */
record FormPage(
        Kind kind,
        OperationVersion operation,
        DocumentType type,
        String action,
        @Nullable String number,
        int version,
        UUID request,
        Map<String, List<String>> typed,
        List<Fault> faults,
        List<FileLine> files,
        Wording wording)
        implements Page {
    /** What the form is for. */
    enum Kind {
        NEW,
        CORRECT,
        END
    }

    /** A file kept from before. */
    record FileLine(String field, String id, String name) {}

    FormPage {
        faults = List.copyOf(faults);
        files = List.copyOf(files);
    }

    @Override
    public String template() {
        return "registration/form";
    }

    @Override
    public String title() {
        return switch (kind) {
            case NEW -> "registration.form.new";
            case CORRECT -> "registration.form.correct";
            case END -> "registration.form.end";
        };
    }

    @Override
    public int status() {
        return faults.isEmpty() ? 200 : 422;
    }

    Field.Stage stage() {
        return kind == Kind.END ? Field.Stage.END : Field.Stage.ENTRY;
    }

    List<DocumentType.Group> groups() {
        return type.form().groups().stream()
                .filter(group -> !type.fields(group.code(), stage()).isEmpty())
                .toList();
    }

    String value(String input, int place) {
        List<String> values = typed.getOrDefault("f." + input, List.of());
        return place < values.size() ? values.get(place) : "";
    }

    boolean chosen(String input, String code) {
        return typed.getOrDefault("f." + input, List.of()).contains(code);
    }

    String other(String name) {
        List<String> values = typed.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    boolean caution(String code) {
        return typed.getOrDefault("caution", List.of()).contains(code);
    }

    /** How many places of a repeatable field are drawn: those filled and one more. */
    int places(Field field) {
        if (!field.many() || field.type().isAttachment() || field.widget() == Widget.CHECKBOXES) {
            return 1;
        }
        int filled = 0;
        for (String input : field.inputs()) {
            filled =
                    Math.max(filled, typed.getOrDefault("f." + input, List.of()).size());
        }
        return Math.min(20, filled + 1);
    }

    /** A many-valued choice is ticked, whatever the definition's widget: nobody holds Ctrl in a patrol car. */
    boolean ticked(Field field) {
        return field.widget() == Widget.CHECKBOXES
                || (field.many() && field.type() == akashi.definition.FieldType.CHOICE);
    }

    List<Fault> faultsOf(String input) {
        return faults.stream().filter(fault -> fault.input().equals(input)).toList();
    }

    boolean hasFault(String input) {
        return faults.stream().anyMatch(fault -> fault.input().equals(input));
    }

    /** What a fault is about, in the words of the form. */
    String about(Fault fault, Chrome chrome) {
        for (Field field : type.fields()) {
            if (field.inputs().contains(fault.input())) {
                return field.label().in(chrome.lang());
            }
        }
        for (Caution caution : operation.definition().usage().cautions()) {
            if (fault.input().startsWith("caution." + caution.code())) {
                return caution.label().in(chrome.lang());
            }
        }
        return switch (fault.input()) {
            case "sourceForm" -> type.paper().source().in(chrome.lang());
            case "reason" -> chrome.t("registration.form.reason");
            case "choice" -> chrome.t("registration.form.ending");
            default -> "";
        };
    }

    /** The ids of the hint and the fault beside a field, or null where nothing is said about it. */
    @Nullable String described(Field field, String id) {
        var hinted = field.help().isPresent()
                || field.example().isPresent()
                || field.type() == akashi.definition.FieldType.DATE;
        if (hasFault(field.name())) {
            return hinted ? id + "-hint " + id + "-error" : id + "-error";
        }
        return hinted ? id + "-hint" : null;
    }

    /** The id of what has to be mended, for a link from the list of faults. */
    String anchor(Fault fault) {
        if (fault.input().startsWith("caution.")) {
            return "cautions";
        }
        var ofField = type.fields().stream()
                .anyMatch(field ->
                        field.inputs().contains(fault.input()) || field.name().equals(fault.input()));
        return ofField ? "f-" + fault.input().replace('.', '-') : fault.input();
    }

    List<Ending> endings() {
        return type.life().endings();
    }

    Label name() {
        return operation.definition().name();
    }

    boolean needsReason() {
        return kind != Kind.NEW;
    }
}
