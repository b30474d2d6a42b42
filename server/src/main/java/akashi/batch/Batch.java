package akashi.batch;

import akashi.question.Kind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to ask for a list (一括照会), without the list itself.
 *
 * @param version changes with every step; a step taken about an older one is refused
 * @param digest of terms and list as they are now
 * @param verdict what the second person said, or null
 * @param working whether a node asks its items at this moment
 */
record Batch(
        long seq,
        Terms terms,
        Owner owner,
        State state,
        int version,
        int items,
        String digest,
        Times times,
        @Nullable Verdict verdict,
        boolean working) {

    /** How far it has come. */
    enum State {
        WAITING,
        APPROVED,
        REFUSED,
        WITHDRAWN,
        RUNNING,
        STOPPED,
        DONE,
        EXPIRED
    }

    /** Why and where the items are asked. */
    record Terms(Kind kind, String purpose, String caseReference, String note, List<String> operations) {
        Terms {
            operations = operations.stream().sorted().toList();
        }

        /** What is asked is nobody's business in a log line. */
        @Override
        public String toString() {
            return "Terms[" + kind + "]";
        }
    }

    /** Who asks, from which post; {@code unit} is the code of the 所属. */
    record Owner(String unit, String post, UUID person, String staff) {}

    /** When it was asked for, until when it stands, and when it ended. */
    record Times(
            Instant requested, Instant expires, @Nullable Instant ended) {}

    /** What the second person said; {@code digest} is of the list that was approved, null for a refusal. */
    record Verdict(
            Instant at, String by, String reason, @Nullable String digest) {}

    /** A line of a list, as an editor numbers it. */
    record Line(int number, List<String> cells) {
        Line {
            cells = List.copyOf(cells);
        }

        @Override
        public String toString() {
            return "Line[" + number + "]";
        }
    }

    /** Its number as entries and addresses name it. */
    String number() {
        return Long.toString(seq);
    }

    /** Whether its run was cut off, by a crash or by whoever stopped it, and can go on. */
    boolean cut() {
        return (state == State.STOPPED || state == State.RUNNING) && !working;
    }

    /** How it stands, in one word: a run that was stopped goes on being STOPPING until its last items are answered. */
    String standing() {
        return cut() ? State.STOPPED.name() : state == State.STOPPED ? "STOPPING" : state.name();
    }

    /** Whether it can be begun or gone on with. */
    boolean runnable() {
        return state == State.APPROVED || cut();
    }

    /** Whether the list can still be changed. */
    boolean changeable() {
        return state == State.WAITING || state == State.APPROVED;
    }

    /** Whether it can still be withdrawn. */
    boolean open() {
        return changeable() || cut();
    }
}
