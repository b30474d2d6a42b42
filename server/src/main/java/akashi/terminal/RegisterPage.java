package akashi.terminal;

import akashi.web.Page;
import java.util.List;

/**
 * The register of terminals.
 *
 * @param mayKeep whether the viewer may register one
 */
record RegisterPage(List<TerminalRow> rows, boolean mayKeep) implements Page {
    RegisterPage {
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "terminal/register";
    }

    @Override
    public String title() {
        return "terminal.title";
    }
}
