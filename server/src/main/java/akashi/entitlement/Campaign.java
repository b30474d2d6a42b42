package akashi.entitlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recertification of one unit (定期点検).
 *
 * @param due last day on which the signature is in time
 * @param signed what was signed, null until then
 */
record Campaign(
        long number,
        String unit,
        Ground ground,
        LocalDate due,
        State state,
        Instant openedAt,
        @Nullable Signed signed) {
    enum Ground {
        YEARLY,
        TRANSFER,
        ORDERED
    }

    enum State {
        OPEN,
        SIGNED,
        /** The unit ended; its successors go on. */
        MOVED
    }

    /** @param digest over list and answers, as the entry on the ledger states it */
    record Signed(String by, Instant at, int lines, int taken, String digest) {}

    /**
     * A line to be answered: one individual grant, or everything the standard set of the post gives.
     *
     * @param granted number of the grant; 0 for the standard set
     * @param what says what it is, as the digest has it
     */
    record Line(String staff, long granted, String what) {
        /** Names its field in the form. */
        String key() {
            return staff + "-" + granted;
        }
    }

    /** What the head says to a line. */
    record Answer(Line line, boolean keep, String why) {}

    /** Whether it is late on that day. */
    boolean overdue(LocalDate today) {
        return state == State.OPEN && due.isBefore(today);
    }

    static List<Line> sorted(List<Line> lines) {
        return lines.stream()
                .sorted(Comparator.comparing(Line::staff).thenComparingLong(Line::granted))
                .toList();
    }
}
