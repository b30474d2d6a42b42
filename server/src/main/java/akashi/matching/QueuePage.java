package akashi.matching;

import akashi.comparison.Comparison;
import akashi.web.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits for the viewer's units (突合の確認待ち): registrations that came after an inquiry, and pairs to be judged. */
record QueuePage(List<HitRow> hits, List<PairRow> waiting, List<PairRow> judged, May may) implements Page {
    QueuePage {
        hits = List.copyOf(hits);
        waiting = List.copyOf(waiting);
        judged = List.copyOf(judged);
    }

    /** What the viewer may begin. */
    record May(boolean link, boolean run) {}

    /** A registration after an inquiry. */
    record HitRow(DelayedHit hit, SideView record, String asker, boolean seen) {}

    /** A pair. */
    record PairRow(
            long seq,
            SideView first,
            SideView second,
            Comparison.Strength strength,
            boolean person,
            Pair.State state,
            Instant at) {}

    /** The key that opens a row; the first nine have one. */
    static @Nullable String key(int place) {
        return place < 9 ? Integer.toString(place + 1) : null;
    }

    /** Class of the mark that shows how strong a pair is. */
    static String tag(Comparison.Strength strength) {
        return switch (strength) {
            case STRONG -> "tag tag-hit";
            case FAIR -> "tag tag-caution";
            case WEAK -> "tag";
        };
    }

    @Override
    public String template() {
        return "matching/queue";
    }

    @Override
    public String title() {
        return "matching.queue.title";
    }
}
