package akashi.verifier;

import java.util.ArrayList;
import java.util.List;

/** How many private parts match, and which are gone: runs of entries between which no private part is left. */
final class PrivateTally {
    /** Runs that are kept to be shown; further ones are counted. */
    static final int SHOWN = 20;

    /** All private parts from the first index to the last are gone. */
    record Range(long first, long last) {}

    private final List<Range> shown = new ArrayList<>();
    private long matching;
    private long gone;
    private long ranges;
    private long named;
    private long from = -1;
    private long to;
    /** Whether a private part is there before the first run, so that it cannot be joined to one on the left. */
    private boolean startsMatching;

    void match() {
        if (gone == 0) {
            startsMatching = true;
        }
        matching++;
        close();
    }

    void gone(long index) {
        gone++;
        if (from < 0) {
            from = index;
        }
        to = index;
    }

    /** An entry says that it erased so many. */
    void named(long parts) {
        named += parts;
    }

    private void close() {
        if (from >= 0) {
            keep(new Range(from, to));
            from = -1;
        }
    }

    private void keep(Range range) {
        ranges++;
        if (shown.size() < SHOWN) {
            shown.add(range);
        }
    }

    /** Adds what the entries to the right came to. */
    void add(PrivateTally right) {
        if (right.startsMatching) {
            close();
        }
        matching += right.matching;
        gone += right.gone;
        named += right.named;
        boolean closed = right.ranges > 0;
        if (closed) {
            Range first = right.shown.getFirst();
            keep(from < 0 ? first : new Range(from, first.last()));
            from = -1;
            right.shown.subList(1, right.shown.size()).forEach(this::keep);
            ranges += right.ranges - right.shown.size();
        }
        if (right.from >= 0) {
            from = from < 0 ? right.from : from;
            to = right.to;
        }
    }

    long matching() {
        return matching;
    }

    long gone() {
        return gone;
    }

    /** How many were erased according to entries of this log. */
    long named() {
        return named;
    }

    /** Number of runs. */
    long ranges() {
        return ranges + (from < 0 ? 0 : 1);
    }

    /** The first runs, by index. */
    List<Range> shown() {
        List<Range> all = new ArrayList<>(shown);
        if (from >= 0 && all.size() < SHOWN) {
            all.add(new Range(from, to));
        }
        return List.copyOf(all);
    }
}
