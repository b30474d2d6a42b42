package akashi.terminal;

import akashi.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One terminal, with what the viewer may do to it.
 *
 * @param address its registered address, empty for a sample terminal
 * @param steps what may be done now
 * @param error message key of what was wrong, or null
 */
record TerminalPage(
        TerminalRow row,
        String address,
        List<Terminals.Step> steps,
        @Nullable String error) implements Page {
    private static final int UNPROCESSABLE = 422;

    TerminalPage {
        steps = List.copyOf(steps);
    }

    @Override
    public String template() {
        return "terminal/one";
    }

    @Override
    public String title() {
        return "terminal.one.title";
    }

    @Override
    public List<Object> titleArgs() {
        return List.of(row.number());
    }

    @Override
    public int status() {
        return error == null ? 200 : UNPROCESSABLE;
    }
}
