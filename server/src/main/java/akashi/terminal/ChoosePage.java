package akashi.terminal;

import akashi.web.Page;
import java.util.List;

/**
 * The choice between sample terminals.
 *
 * @param current number of the one in use
 */
record ChoosePage(List<TerminalRow> rows, String current) implements Page {
    ChoosePage {
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "terminal/choose";
    }

    @Override
    public String title() {
        return "terminal.choose.title";
    }
}
