package akashi.retention;

import akashi.ledger.Hash;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An erasure of private parts, from its proposal to its end.
 *
 * @param paper number of the order, or of the paper that ends the retention
 * @param counts what it takes and has taken
 */
record Erasure(
        int number,
        Scope scope,
        String reason,
        String paper,
        State state,
        Counts counts,
        Step proposed,
        @Nullable Step decided,
        @Nullable Instant endedAt) {
    /** Where it stands. */
    enum State {
        PROPOSED,
        APPROVED,
        DONE,
        /** Taken back before it began. */
        WITHDRAWN,
        /** What was approved is no longer what was proposed. */
        VOID,
        /** A hold came in between, or it was taken back after it had begun; what was erased stays erased. */
        STOPPED;

        boolean open() {
            return this == PROPOSED || this == APPROVED;
        }
    }

    /**
     * @param planned private parts to be erased
     * @param kept those that holds keep back; never erased by this
     * @param erased so far
     * @param set SHA-256 over the entries meant, to which the approval is bound
     */
    record Counts(int planned, int kept, int erased, Hash set) {}

    /** Who took a step, and when. */
    record Step(String by, Instant at) {}

    /**
     * A line of the preview.
     *
     * @param log number of the log
     * @param month first in which these may be erased
     * @param hold number of the hold that keeps them back, or null
     */
    record Line(int log, LocalDate month, @Nullable Integer hold, int parts) {}

    /** With its preview and what was carried out. */
    record Whole(Erasure erasure, List<Line> lines, List<Piece> pieces) {
        Whole {
            lines = List.copyOf(lines);
            pieces = List.copyOf(pieces);
        }
    }

    /** Entries of a log that lost their private part together, as runs. */
    record Piece(int log, String entries, int parts, Instant at) {}
}
