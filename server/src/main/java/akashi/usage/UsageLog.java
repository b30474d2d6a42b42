package akashi.usage;

import java.time.Duration;
import java.util.Optional;

/**
 * The usage log (利用記録台帳). Nothing is seen before its use is on it, and no change is made without one; no switch turns
 * it off.
 */
public class UsageLog {
    UsageLog() {}

    /**
     * Writes the use as part of the caller's transaction: both are committed, or neither. The entry joins the ledger at
     * once after the commit; {@link #proved} tells where.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     * @throws IllegalArgumentException if the entry would be longer than 65,535 bytes
     */
    public UseId record(Use use) {
        throw new IllegalStateException("The ledger is being built: " + use.act());
    }

    /**
     * Where a use stands that was recorded with a change; waits up to five seconds for it to be integrated.
     *
     * @throws LedgerUnavailable if it is committed but not integrated yet; it will be
     */
    public Proved proved(UseId use) {
        throw new IllegalStateException("The ledger is being built: " + use);
    }

    /**
     * Opens what was withheld, after the entry about it is durable. Blocks for one group commit, some milliseconds;
     * holds no connection meanwhile. Either the caller gets the answer and the entry survives any crash, or an
     * exception and nothing was shown.
     *
     * @throws LedgerUnavailable if the entry is not known to be durable within five seconds
     * @throws IllegalStateException inside a transaction
     * @throws IllegalArgumentException if the entry would be longer than 65,535 bytes
     */
    public <T> Released<T> release(Use use, Withheld<T> withheld) {
        throw new IllegalStateException("The ledger is being built: " + use.act() + withheld);
    }

    /** The same for a use that answers with nothing: a refusal, a sign-in. Durable when it returns. */
    public Proved seal(Use use) {
        throw new IllegalStateException("The ledger is being built: " + use.act());
    }

    /**
     * Seals a failure that somebody could repeat at will (sign-in, an unknown terminal). The first one of a source
     * within the window gets its own entry at once; the others are counted, and one entry states the count
     * ({@code repeated}) when the window has passed.
     *
     * @param source what repeats itself, such as an address or an account; kept in memory only
     */
    public void sealLimited(Use use, String source, Duration window) {
        throw new IllegalStateException("The ledger is being built: " + use.act() + source + window);
    }

    /**
     * The receipt (受領証) of an entry as the text that {@code akashi verify} checks offline: entry, private part if it
     * still exists, inclusion proof and signed checkpoint. Reading it is a use of its own, so it comes withheld. Only
     * the operator of the entry gets one; an unknown number and somebody else's entry look the same.
     *
     * @param number as {@link Proved#number()} writes it; without {@code log-} the entry of this node's ledger
     */
    public Optional<Withheld<String>> receipt(String number, Actor reader) {
        throw new IllegalStateException("The ledger is being built: " + number + reader);
    }

    /** The verifier key of this node's ledger as a line of text, to be published where nobody here can change it. */
    public String verifierKey() {
        throw new IllegalStateException("The ledger is being built");
    }

    /** How this node's ledger stands; costs nothing. */
    public LedgerState state() {
        throw new IllegalStateException("The ledger is being built");
    }
}
