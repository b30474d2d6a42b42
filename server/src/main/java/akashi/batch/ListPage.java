package akashi.batch;

import akashi.web.Page;
import java.util.List;

/** The requests of the viewer's units, newest first. */
record ListPage(List<Row> rows, boolean mayAsk) implements Page {
    ListPage {
        rows = List.copyOf(rows);
    }

    /**
     * A request.
     *
     * @param done how many items are answered
     * @param open whether the viewer may see the list
     * @param mine whether it waits for the viewer's word
     */
    record Row(Batch batch, String asker, String purpose, int done, boolean open, boolean mine) {}

    /** Class of the mark that shows a state. */
    static String tag(Batch batch) {
        return switch (batch.state()) {
            case WAITING, STOPPED -> "tag tag-caution";
            case RUNNING -> batch.working() ? "tag tag-key" : "tag tag-caution";
            case APPROVED -> "tag tag-key";
            case DONE -> "tag tag-done";
            case REFUSED, WITHDRAWN, EXPIRED -> "tag";
        };
    }

    /** Message key of a state in words. */
    static String word(Batch batch) {
        return "batch.state." + batch.standing();
    }

    @Override
    public String template() {
        return "batch/list";
    }

    @Override
    public String title() {
        return "batch.title";
    }
}
