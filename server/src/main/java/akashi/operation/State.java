package akashi.operation;

import akashi.definition.Label;

/** A state of a record (状態). */
public record State(String code, Label label, Kind kind) {
    /** What a state means to search and to the queue. */
    public enum Kind {
        /** Entered, waiting for a second person; not found by inquiries. */
        PENDING,
        /** Counts: inquiries find it. */
        CURRENT,
        /** Ended by a reason code: kept, no longer a hit. */
        ENDED
    }
}
