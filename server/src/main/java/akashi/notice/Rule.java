package akashi.notice;

import akashi.operation.OperationCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An implementation rule (実施要領) of one operation in one edition.
 *
 * @param version grows with every change; an approval holds for the one that was shown
 * @param authors staff numbers of everybody who wrote it; none of them approves it
 */
record Rule(
        long id,
        OperationCode operation,
        Paper paper,
        State state,
        int version,
        List<String> authors,
        Instant drafted,
        @Nullable Approval approval) {
    Rule {
        authors = List.copyOf(authors);
    }

    /**
     * The document as such.
     *
     * @param number 発番, such as 達（情）第123号
     * @param dated date of the document
     * @param keptUntil last day of 原議保存期間
     * @param from first day in force
     * @param until last day of 有効期間, or null
     * @param strict whether it is a handling manual under strict control: each opening is a use of its own
     */
    record Paper(
            String number,
            String title,
            LocalDate dated,
            LocalDate keptUntil,
            LocalDate from,
            @Nullable LocalDate until,
            boolean strict) {}

    /** Who approved it. */
    record Approval(String by, Instant at) {}

    enum State {
        DRAFT,
        APPROVED,
        WITHDRAWN
    }

    /** Where it stands on a day; by the last part of its message key. */
    enum Standing {
        DRAFT,
        /** Approved, its first day is still to come. */
        COMING,
        IN_FORCE,
        /** 有効期間 is over and nothing followed. */
        EXPIRED,
        /** A later edition is in force. */
        REPLACED,
        /** Approved, but its operation did not come to be: it has no effect unless that is proposed anew. */
        NO_OPERATION,
        WITHDRAWN
    }
}
