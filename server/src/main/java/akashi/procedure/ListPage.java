package akashi.procedure;

import akashi.web.Page;
import java.util.List;

/** Every proposal, those that wait for the viewer first. */
record ListPage(List<Row> waiting, List<Row> others, boolean mayPropose) implements Page {
    ListPage {
        waiting = List.copyOf(waiting);
        others = List.copyOf(others);
    }

    /** @param next the move that comes next, or empty */
    record Row(Proposal proposal, String operation, String section, String next) {}

    /** Class of the mark that shows where a proposal stands. */
    static String tag(Stage stage) {
        return switch (stage) {
            case Stage.Open.DRAFT -> "tag";
            case Stage.Open _ -> "tag tag-caution";
            case Stage.Closed.IN_FORCE -> "tag tag-done";
            case Stage.Closed.WITHDRAWN -> "tag";
            case Stage.Closed.REFUSED, Stage.Closed.BACKED_OUT -> "tag tag-hit";
        };
    }

    @Override
    public String template() {
        return "procedure/list";
    }

    @Override
    public String title() {
        return "procedure.title";
    }
}
