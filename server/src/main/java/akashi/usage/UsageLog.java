package akashi.usage;

import akashi.tlog.Entry;
import akashi.tlog.LeafTime;
import akashi.tlog.Ledger;
import akashi.tlog.NotWritten;
import akashi.tlog.Tip;
import akashi.tlog.Watch;
import akashi.tlog.Watched;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The usage log (利用記録台帳). Nothing is seen before its use is on it, and no change is made without one; no switch turns
 * it off.
 */
@Service
public class UsageLog {
    private final Ledger ledger;
    private final SystemUses own;
    private final Watched watched;
    private final Clock clock;

    UsageLog(Ledger ledger, SystemUses own, Watched watched, Clock clock) {
        this.ledger = ledger;
        this.own = own;
        this.watched = watched;
        this.clock = clock;
    }

    /**
     * Writes the use as part of the caller's transaction: both are committed, or neither. The entry joins the ledger at
     * once after the commit; {@link #proved} tells where.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     * @throws LedgerUnavailable if this node has not yet had contact with its ledger
     * @throws IllegalArgumentException if the entry would be longer than 65,535 bytes
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UseId record(Use use) {
        Instant now = LeafTime.truncated(clock.instant());
        Entry entry = Leaves.entry(use, now);
        try {
            return new UseId(ledger.record(entry, now));
        } catch (NotWritten e) {
            throw new LedgerUnavailable(e);
        }
    }

    /**
     * Where a use stands that was recorded with a change; waits up to the ledger's patience (three seconds) for it to
     * be integrated.
     *
     * @throws LedgerUnavailable if it is not integrated yet; if its change is committed, it will be
     */
    public Proved proved(UseId use) {
        requireNoTransaction();
        try {
            return Proved.at(ledger.placeOf(use.value()));
        } catch (NotWritten e) {
            throw new LedgerUnavailable(e);
        }
    }

    /**
     * Opens what was withheld, after the entry about it is durable. Blocks for one group commit, some milliseconds;
     * holds no connection meanwhile. Either the caller gets the answer and the entry survives any crash, or an
     * exception and nothing was shown.
     *
     * @throws LedgerUnavailable if the entry is not known to be durable within the ledger's patience (three seconds),
     *     or witnesses are asked for and none has watched for too long
     * @throws IllegalStateException inside a transaction
     * @throws IllegalArgumentException if the entry would be longer than 65,535 bytes
     */
    public <T> Released<T> release(Use use, Withheld<T> withheld) {
        requireWatched();
        Proved proved = seal(use.disclosing(withheld.disclosure()));
        return new Released<>(withheld.open(), proved);
    }

    /** The same for a use that answers with nothing: a refusal, a sign-in. Durable when it returns. */
    public Proved seal(Use use) {
        requireNoTransaction();
        try {
            return Proved.at(ledger.append(Leaves.entry(use, null)));
        } catch (NotWritten e) {
            throw new LedgerUnavailable(e);
        }
    }

    /**
     * Seals a failure that somebody could repeat at will (sign-in, an unknown terminal). The first one of a source
     * within the window gets its own entry at once; the others are counted, and one entry states the count
     * ({@code repeated}) when the window has passed.
     *
     * @param source what repeats itself, such as an address or an account; kept in memory only
     */
    public void sealLimited(Use use, String source, Duration window) {
        requireNoTransaction();
        if (own.opens(use, source, clock.instant(), window)) {
            try {
                var _ = seal(use);
            } catch (LedgerUnavailable e) {
                own.failed(use, source);
                throw e;
            }
        }
    }

    /** The verifier key of this node's ledger as a line of text, to be published where nobody here can change it. */
    public String verifierKey() {
        return ledger.verifier().text();
    }

    /** How this node's ledger stands; costs nothing. */
    public LedgerState state() {
        return new LedgerState(
                ledger.origin(),
                ledger.tip().map(Tip::size).orElse(0L),
                ledger.signedAt().orElse(null),
                ledger.writing(),
                watched.standing());
    }

    /** Refuses where nobody has watched for so long that nothing may be opened. */
    private void requireWatched() {
        Watch.Standing standing = watched.standing();
        if (standing.state() == Watch.State.STOPPED) {
            Instant since = standing.since();
            throw LedgerUnavailable.unwatched(since == null ? "ever" : since.toString());
        }
    }

    private static void requireNoTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A use is sealed outside of transactions; it would wait on a connection");
        }
    }
}
