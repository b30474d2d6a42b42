package akashi.batch;

import akashi.access.ConditionResult;
import akashi.definition.Label;
import akashi.question.AskForm;
import akashi.question.Kind;
import akashi.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a request, new or to be changed.
 *
 * @param batch the request that is changed, or null
 * @param list what stands in the list's field
 * @param most things that a list may ask for
 */
record FormPage(
        @Nullable Batch batch,
        AskForm ask,
        List<Choice> operations,
        String list,
        int most,
        List<WishReader.LineFault> faults,
        List<ConditionResult> unmet)
        implements Page {
    /** Most faults shown at once. */
    static final int SHOWN = 200;

    FormPage {
        operations = List.copyOf(operations);
        faults = List.copyOf(faults);
        unmet = List.copyOf(unmet);
    }

    /** An operation that can be asked. */
    record Choice(String code, Label label, boolean chosen) {}

    Kind kind() {
        return ask.form().kind();
    }

    /** Where the form is sent. */
    String target() {
        return batch == null ? "/batches" : "/batches/" + batch.number() + "/edit";
    }

    boolean wrong() {
        return !faults.isEmpty() || !ask.faults().isEmpty();
    }

    @Override
    public String template() {
        return "batch/form";
    }

    @Override
    public String title() {
        return batch == null ? "batch.new.title" : "batch.edit.title";
    }

    @Override
    public List<Object> titleArgs() {
        return batch == null ? List.of() : List.of(batch.number());
    }

    @Override
    public int status() {
        return !unmet.isEmpty() ? 403 : wrong() ? 422 : 200;
    }
}
