package akashi.matching;

import akashi.web.Page;
import java.util.List;

/** Full comparisons: how far the present one is, and those before (全件突合). */
record RunPage(List<Row> runs, boolean open) implements Page {
    RunPage {
        runs = List.copyOf(runs);
    }

    /** A run with the name of who ordered it; empty for the night's own. */
    record Row(Run run, String by) {}

    @Override
    public String template() {
        return "matching/run";
    }

    @Override
    public String title() {
        return "matching.run.title";
    }
}
