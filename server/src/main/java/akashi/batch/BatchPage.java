package akashi.batch;

import akashi.batch.Item.Outcome;
import akashi.usage.Proved;
import akashi.web.Page;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request: its terms, its list or its results, and the steps the viewer may take. */
record BatchPage(
        Batch batch,
        Words words,
        List<Row> rows,
        May may,
        @Nullable String error,
        Proved proof) implements Page {
    BatchPage {
        rows = List.copyOf(rows);
    }

    /** The codes of the request in words. */
    record Words(String asker, String unit, String purpose, List<String> operations, String decider) {
        Words {
            operations = List.copyOf(operations);
        }
    }

    /**
     * A line.
     *
     * @param key as typed, empty where it was erased everywhere
     */
    record Row(int line, String key, Item.@Nullable Done done) {
        /** Whether its answer can be looked at. */
        boolean leads() {
            return done != null && (done.outcome() == Outcome.FOUND || done.outcome() == Outcome.COMPARE);
        }
    }

    /** What the viewer may do. */
    record May(boolean own, boolean approve) {}

    int done() {
        return (int) rows.stream().filter(row -> row.done() != null).count();
    }

    long count(Outcome outcome) {
        return rows.stream()
                .map(Row::done)
                .filter(Objects::nonNull)
                .filter(done -> done.outcome() == outcome)
                .count();
    }

    /** The oldest and the newest state that was searched. */
    Optional<Instant> oldest() {
        return asOf().min(Comparator.naturalOrder());
    }

    Optional<Instant> newest() {
        return asOf().max(Comparator.naturalOrder());
    }

    private java.util.stream.Stream<Instant> asOf() {
        return rows.stream().map(Row::done).filter(Objects::nonNull).map(Item.Done::asOf);
    }

    /** Class of the mark that shows an outcome. */
    static String tag(Outcome outcome) {
        return switch (outcome) {
            case FOUND -> "tag tag-hit";
            case COMPARE, TOO_BROAD, UNSEEN, REFUSED -> "tag tag-caution";
            case NONE -> "tag";
        };
    }

    /** The sign before an outcome, so that it is not told by colour alone. */
    static String sign(Outcome outcome) {
        return switch (outcome) {
            case FOUND -> "■";
            case COMPARE, TOO_BROAD, UNSEEN, REFUSED -> "▲";
            case NONE -> "□";
        };
    }

    @Override
    public String template() {
        return "batch/batch";
    }

    @Override
    public String title() {
        return "batch.one.title";
    }

    @Override
    public List<Object> titleArgs() {
        return List.of(batch.number());
    }

    @Override
    public int status() {
        return error == null ? 200 : 422;
    }
}
