package akashi.confirmation;

import akashi.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One request: for the asker its state, for the registering unit the reply to be given. */
record ConfirmationPage(
        ConfirmationView view, boolean mayReply, @Nullable String fault) implements Page {
    @Override
    public String template() {
        return "confirmation/one";
    }

    @Override
    public String title() {
        return "confirmation.one.title";
    }

    @Override
    public List<Object> titleArgs() {
        return List.of(Long.toString(view.confirmation().seq()));
    }

    @Override
    public int status() {
        return fault == null ? 200 : 422;
    }
}
