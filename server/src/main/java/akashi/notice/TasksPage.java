package akashi.notice;

import akashi.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits for the viewer, and what was settled lately. */
record TasksPage(List<Row> rows, List<Settled> settled) implements Page {
    TasksPage {
        rows = List.copyOf(rows);
        settled = List.copyOf(settled);
    }

    /**
     * A task that waits.
     *
     * @param id null where it is no row that could be ended by reading
     * @param post the post by which it is seen, in words; empty where it is the viewer's own
     */
    record Row(
            @Nullable Long id,
            Task.Kind kind,
            String text,
            String link,
            @Nullable LocalDate due,
            boolean overdue,
            Instant raised,
            Stands.As as,
            String post) {
        boolean endsByReading() {
            return id != null && kind.endsByReading();
        }
    }

    /** A task that is settled; {@code by} is empty where the matter itself ended it. */
    record Settled(Task.Kind kind, String text, String link, Instant at, String by) {}

    long overdue() {
        return rows.stream().filter(Row::overdue).count();
    }

    /** Class of the mark that shows a kind. */
    static String tag(Task.Kind kind) {
        return switch (kind) {
            case NOTICE -> "tag";
            case REQUEST -> "tag tag-key";
            case ALERT -> "tag tag-caution";
        };
    }

    @Override
    public String template() {
        return "notice/tasks";
    }

    @Override
    public String title() {
        return "notice.tasks.title";
    }
}
