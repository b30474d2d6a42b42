package akashi.entitlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * A recertification of one unit (定期点検).
 *
 * @param due last day on which the signature is in time
 * @param rest staff numbers whose rights are left to somebody above, because nobody certifies their own
 * @param signatures the head's, then the one from above for the head
 */
record Campaign(
        long number,
        String unit,
        Ground ground,
        LocalDate due,
        State state,
        Instant openedAt,
        List<String> rest,
        List<Signed> signatures) {
    Campaign {
        rest = List.copyOf(rest);
        signatures = List.copyOf(signatures);
    }

    enum Ground {
        YEARLY,
        TRANSFER,
        ORDERED
    }

    enum State {
        OPEN,
        /** Signed for the unit; the rights of whoever heads it wait for somebody above. */
        REST,
        SIGNED,
        /** The unit ended; its successors go on. */
        MOVED
    }

    /**
     * A signature.
     *
     * @param part 1 for the unit, 2 for those who head it
     * @param digest over list and answers, as the entry on the ledger states it
     */
    record Signed(int part, String by, Instant at, int lines, int taken, String digest) {}

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

    /** What is said to a line. */
    record Answer(Line line, boolean keep, String why) {}

    boolean waits() {
        return state == State.OPEN || state == State.REST;
    }

    /** Which signature comes next. */
    int part() {
        return state == State.REST ? 2 : 1;
    }

    /** Whether it is late on that day. */
    boolean overdue(LocalDate today) {
        return waits() && due.isBefore(today);
    }

    static List<Line> sorted(List<Line> lines) {
        return lines.stream()
                .sorted(Comparator.comparing(Line::staff).thenComparingLong(Line::granted))
                .toList();
    }
}
