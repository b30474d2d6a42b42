package akashi.proof;

import akashi.ledger.Receipt;
import akashi.ledger.Verdict;
import akashi.usage.PastUse;
import akashi.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * A page on which a receipt is checked with this system's own keys.
 *
 * @param result null before a file was chosen
 */
record CheckPage(@Nullable Result result) implements Page {
    /** What checking came to. */
    sealed interface Result {
        /** It is not a file that can be checked. */
        record Unreadable(boolean empty) implements Result {}

        /** It was checked; the entry is null where its words cannot be understood. */
        record Checked(
                Receipt receipt, Verdict verdict, @Nullable PastUse entry) implements Result {}
    }

    @Override
    public String template() {
        return "proof/check";
    }

    @Override
    public String title() {
        return "proof.receipt-check.title";
    }
}
