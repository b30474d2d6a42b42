package akashi.terminal;

import akashi.web.Page;
import java.util.List;

/** The register of terminals. */
record RegisterPage(List<TerminalRow> rows) implements Page {
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
