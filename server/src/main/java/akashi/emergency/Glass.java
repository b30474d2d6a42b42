package akashi.emergency;

import akashi.operation.OperationCode;
import akashi.organization.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One opening in an emergency (緊急時の例外利用).
 *
 * @param unit code of the unit (所属) of whoever opened it
 * @param until first instant at which it is no longer open, whatever happens
 * @param closed null while it is open
 * @param closing what it was used for, null until it is written
 * @param review null until somebody else has reviewed it
 */
record Glass(
        long number,
        PersonId person,
        String staff,
        String unit,
        List<OperationCode> operations,
        String reason,
        String caseReference,
        Instant opened,
        Instant until,
        @Nullable Closed closed,
        @Nullable String closing,
        @Nullable Review review) {
    Glass {
        operations = List.copyOf(operations);
    }

    /** @param lapsed whether time ran out, rather than the holder closing it */
    record Closed(Instant at, boolean lapsed) {}

    record Review(boolean justified, String words, String by, Instant at) {}

    /** Whether it opens anything at that instant. */
    boolean open(Instant at) {
        return closed == null && !at.isBefore(opened) && at.isBefore(until);
    }

    /** As entries and papers name it. */
    String paper() {
        return "E-" + number;
    }

    /** The last instant that belongs to it, as far as known. */
    Instant end() {
        return closed == null ? until : closed.at();
    }
}
