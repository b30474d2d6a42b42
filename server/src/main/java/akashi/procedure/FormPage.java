package akashi.procedure;

import akashi.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of a proposal.
 *
 * @param target where it is sent
 * @param version of the proposal that is changed; null for a new one
 * @param choices operations that may be chosen, code and name
 * @param error what was wrong, in words; null where nothing was
 */
record FormPage(
        String target,
        @Nullable Integer version,
        Typed typed,
        List<Choice> choices,
        List<Sight.Said> faults,
        List<String> differences,
        @Nullable String error)
        implements Page {
    FormPage {
        choices = List.copyOf(choices);
        faults = List.copyOf(faults);
        differences = List.copyOf(differences);
    }

    /** As it was typed. */
    record Typed(String kind, String operation, String title, String reason, String wished, String yaml) {
        boolean defines() {
            return kind.equals("NEW") || kind.equals("CHANGE");
        }
    }

    record Choice(String code, String name) {}

    @Override
    public String template() {
        return "procedure/form";
    }

    @Override
    public String title() {
        return version == null ? "procedure.form.title" : "procedure.form.edit";
    }

    @Override
    public int status() {
        return error == null && faults.isEmpty() ? 200 : 422;
    }
}
