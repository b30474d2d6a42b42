package akashi.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees when something did not work: what happened, that nothing was lost, what to do. Nothing of the
 * fault itself is shown; the reference number leads the information management section to the log line.
 *
 * @param kind message keys begin with {@code error.KIND}
 * @param again whether the same page may simply be asked for again
 * @param reference number under which the fault is logged, or null when it is not a fault of the program
 */
record ErrorPage(
        int status, String kind, boolean again, @Nullable String reference) implements Page {
    @Override
    public String template() {
        return "web/error";
    }

    @Override
    public String title() {
        return "error." + kind + ".title";
    }

    @Override
    public List<Object> titleArgs() {
        return List.of();
    }
}
