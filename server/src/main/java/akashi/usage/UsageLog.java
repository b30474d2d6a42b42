package akashi.usage;

import akashi.ledger.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The usage log (利用記録台帳). Nothing is seen before its use is on it, and no change is made without one; no switch turns
 * it off.
 */
@Service
public class UsageLog {
    private final LedgerNode node;
    private final LedgerSql sql;
    private final Receipts receipts;
    private final Watched watched;
    private final UsageSettings settings;
    private final Clock clock;

    UsageLog(LedgerNode node, LedgerSql sql, Receipts receipts, Watched watched, UsageSettings settings, Clock clock) {
        this.node = node;
        this.sql = sql;
        this.receipts = receipts;
        this.watched = watched;
        this.settings = settings;
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
        Tip tip = node.sequencer().tip();
        if (tip == null) {
            throw new LedgerUnavailable("The ledger has not been read yet");
        }
        Instant now = LeafTime.truncated(clock.instant());
        Draft draft = node.draft(use, now);
        sql.pending(tip.log(), now, draft);
        if (draft.secret() != null) {
            sql.secrets(List.of(draft));
        }
        node.sequencer().expect(draft);
        TransactionSynchronizationManager.registerSynchronization(new Handover(node.sequencer(), draft));
        return new UseId(draft.id());
    }

    private record Handover(Sequencer sequencer, Draft draft) implements TransactionSynchronization {
        @Override
        public void afterCompletion(int status) {
            switch (status) {
                case STATUS_COMMITTED -> sequencer.committed(draft);
                case STATUS_ROLLED_BACK -> sequencer.rolledBack(draft);
                default -> sequencer.unknown(draft);
            }
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
        Draft draft = node.sequencer().recorded(use.value());
        return draft == null
                ? sql.integrated(use.value()).orElseThrow(() -> new LedgerUnavailable("The use has no entry yet"))
                : await(draft);
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
        watched.requireReading();
        Proved proved = seal(use.disclosing(withheld.disclosure()));
        return new Released<>(withheld.open(), proved);
    }

    /** The same for a use that answers with nothing: a refusal, a sign-in. Durable when it returns. */
    public Proved seal(Use use) {
        requireNoTransaction();
        Draft draft = node.draft(use, null);
        if (!node.sequencer().offer(draft)) {
            throw new LedgerUnavailable("Too many entries wait already");
        }
        return await(draft);
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
        if (node.repeated().opens(use, source, clock.instant(), window)) {
            try {
                var _ = seal(use);
            } catch (LedgerUnavailable e) {
                node.repeated().failed(use, source);
                throw e;
            }
        }
    }

    /**
     * The receipt (受領証) of an entry as the file that {@code akashi verify} checks offline: entry, private part if it
     * still exists, inclusion proof and signed checkpoint. Reading it is a use of its own, so it comes withheld. Only
     * the operator of the entry gets one; an unknown number and somebody else's entry look the same.
     *
     * @param number as {@link Proved#number()} writes it; without {@code log-} the entry of this node's ledger
     * @throws LedgerUnavailable if the entry is new and no checkpoint covers it within three seconds
     */
    public Optional<Withheld<String>> receipt(String number, Actor reader) {
        requireNoTransaction();
        return receipts.own(number, reader).map(entry -> {
            String text = new String(receipts.receipt(entry).format(), StandardCharsets.UTF_8);
            return Withheld.of(text, about(entry, text));
        });
    }

    /** An entry of the reader's own, for the page that explains it; withheld like its receipt. */
    Optional<Withheld<PastUse>> own(String number, Actor reader) {
        return receipts.own(number, reader)
                .map(entry -> Withheld.of(entry, about(entry, number)).map(PastUses::of));
    }

    private static Disclosure about(UseSql.Stored entry, String shown) {
        Hash answer = Sha.of(shown.getBytes(StandardCharsets.UTF_8));
        return new Disclosure(1, List.of(new RecordRef(entry.proved().number(), 0)), answer);
    }

    /** The verifier key of this node's ledger as a line of text, to be published where nobody here can change it. */
    public String verifierKey() {
        return node.signer().verifier().text();
    }

    /** How this node's ledger stands; costs nothing. */
    public LedgerState state() {
        Tip tip = node.sequencer().tip();
        return new LedgerState(
                settings.ledger(),
                tip == null ? 0 : tip.size(),
                node.checkpointer().signedAt(),
                tip != null && node.sequencer().fault() == null,
                watched.standing());
    }

    private Proved await(Draft draft) {
        try {
            return draft.done().get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            node.sequencer().withdraw(draft);
            throw new LedgerUnavailable("The entry was not stored within " + settings.patience(), e);
        } catch (ExecutionException e) {
            throw new LedgerUnavailable("The entry is not known to be stored", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerUnavailable("Interrupted while the entry was being stored", e);
        }
    }

    private static void requireNoTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A use is sealed outside of transactions; it would wait on a connection");
        }
    }
}
