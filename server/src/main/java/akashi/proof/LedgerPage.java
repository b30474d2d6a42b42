package akashi.proof;

import akashi.tlog.SelfCheck;
import akashi.tlog.StoredLogs;
import akashi.tlog.Watch;
import akashi.usage.LedgerState;
import akashi.web.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ledgers of this system, who watches them, which checks ran, and how to check without trusting this page.
 *
 * @param logs every node's
 * @param witnesses of this node's ledger
 * @param checked the last self-check of this program, null before the first
 */
record LedgerPage(
        LedgerState state,
        String verifierKey,
        List<StoredLogs.Log> logs,
        List<Watch.Seen> witnesses,
        SelfCheck.@Nullable Result checked,
        Instant now)
        implements Page {
    LedgerPage {
        logs = List.copyOf(logs);
        witnesses = List.copyOf(witnesses);
    }

    /** Whether it is this node's own. */
    boolean own(StoredLogs.Log log) {
        return log.origin().equals(state.origin());
    }

    /** Whole minutes since then. */
    long minutes(Instant then) {
        return Math.max(0, Duration.between(then, now).toMinutes());
    }

    /** Whether a node is gone that has not signed all it wrote. */
    boolean gone(StoredLogs.Log log) {
        return !log.held();
    }

    @Override
    public String template() {
        return "proof/ledger";
    }

    @Override
    public String title() {
        return "proof.ledger.title";
    }
}
