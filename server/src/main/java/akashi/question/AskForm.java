package akashi.question;

import akashi.definition.CodeList;
import akashi.definition.Label;
import akashi.question.Reading.InputFault;
import java.util.List;
import java.util.Optional;

/**
 * The form of a question as a page shows it: what stands in its fields, what is wrong, what can be chosen.
 *
 * @param request name of the next submit, so that a second one is known
 * @param answered whether an answer stands on the same page, so that the cursor stays there
 */
public record AskForm(InquiryForm form, List<InputFault> faults, Choices choices, String request, boolean answered) {
    public AskForm {
        faults = List.copyOf(faults);
    }

    /** What the form offers. */
    public record Choices(
            List<PurposeChoice> purposes, List<OperationChoice> operations, List<CodeList.Entry> colours) {
        public Choices {
            colours = List.copyOf(colours);
            purposes = List.copyOf(purposes);
            operations = List.copyOf(operations);
        }
    }

    /** A purpose (照会目的) with an example of the number it is bound to; empty where it needs none. */
    public record PurposeChoice(String code, Label label, boolean caseRequired, String example) {}

    /** An operation that can be asked for such things. */
    public record OperationChoice(String code, Label label, boolean chosen) {}

    /** What is wrong with a field, if anything. */
    public Optional<InputFault> fault(String field) {
        return faults.stream().filter(fault -> fault.field().equals(field)).findFirst();
    }

    /**
     * Whether the cursor starts in this field: in the first that is wrong, else in the usual one unless an answer
     * stands on the page.
     */
    public boolean starts(String field, boolean usual) {
        return faults.isEmpty() ? usual && !answered : faults.getFirst().field().equals(field);
    }

    /** What stands in a field. */
    public String text(String field) {
        return form.text(field);
    }

    /** Whether this tab is open. */
    public boolean on(Kind kind) {
        return form.kind() == kind;
    }

    /** Number of operations ticked. */
    public long chosen() {
        return choices.operations().stream().filter(OperationChoice::chosen).count();
    }
}
