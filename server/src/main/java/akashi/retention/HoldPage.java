package akashi.retention;

import akashi.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One hold, with the form that lifts it.
 *
 * @param error message key of what was wrong, or null
 */
record HoldPage(
        Hold hold, People people, boolean mayLift, @Nullable String error) implements Page {
    private static final int UNPROCESSABLE = 422;

    @Override
    public String template() {
        return "retention/hold";
    }

    @Override
    public String title() {
        return "retention.hold.title";
    }

    @Override
    public List<Object> titleArgs() {
        return List.of(Integer.toString(hold.number()));
    }

    @Override
    public int status() {
        return error == null ? 200 : UNPROCESSABLE;
    }
}
