package akashi.tlog;

import akashi.ledger.NoteVerifier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** This node's ledger (台帳), for the module that fills it. */
@Service
public class Ledger {
    private final LedgerNode node;
    private final LedgerSql sql;
    private final LedgerSettings settings;

    Ledger(LedgerNode node, LedgerSql sql, LedgerSettings settings) {
        this.node = node;
        this.sql = sql;
        this.settings = settings;
    }

    /**
     * Writes an entry as part of the caller's transaction: both are committed, or neither. It is placed at once after
     * the commit, whatever stops in between.
     *
     * @param entry one that says it is recorded
     * @param at when the change was made, in the precision of an entry
     * @return by which {@link #placeOf} knows it
     * @throws NotWritten if this node has not yet had contact with its ledger
     * @throws IllegalStateException outside a transaction
     */
    public UUID record(Entry entry, Instant at) {
        Tip tip = node.sequencer().tip();
        if (tip == null) {
            throw new NotWritten("The ledger has not been read yet");
        }
        Draft draft = node.draft(entry);
        sql.pending(tip.log(), at, draft);
        if (entry.secret() != null) {
            sql.secrets(List.of(draft));
        }
        node.sequencer().expect(draft);
        TransactionSynchronizationManager.registerSynchronization(new Handover(node.sequencer(), draft));
        return draft.id();
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
     * Where a recorded entry stands; waits up to the ledger's patience for it to be placed.
     *
     * @throws NotWritten if it is not placed yet; if its change is committed, it will be
     */
    public Place placeOf(UUID recorded) {
        Draft draft = node.sequencer().recorded(recorded);
        return draft == null
                ? sql.integrated(recorded).orElseThrow(() -> new NotWritten("The use has no entry yet"))
                : await(draft);
    }

    /**
     * Appends an entry; durable when this returns. Blocks for one group commit, and holds no connection meanwhile.
     *
     * @throws NotWritten if it is not known to be durable within the ledger's patience
     */
    public Place append(Entry entry) {
        Draft draft = node.draft(entry);
        if (!node.sequencer().offer(draft)) {
            throw new NotWritten("Too many entries wait already");
        }
        return await(draft);
    }

    private Place await(Draft draft) {
        try {
            return draft.done().get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            node.sequencer().withdraw(draft);
            throw new NotWritten("The entry was not stored within " + settings.patience(), e);
        } catch (ExecutionException e) {
            throw new NotWritten("The entry is not known to be stored", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotWritten("Interrupted while the entry was being stored", e);
        }
    }

    /** Its published name. */
    public String origin() {
        return settings.ledger();
    }

    /** How far it is durable; empty before the first contact with the database. */
    public Optional<Tip> tip() {
        return Optional.ofNullable(node.sequencer().tip());
    }

    /** Whether it can be written, as far as the last attempt tells. */
    public boolean writing() {
        return node.sequencer().tip() != null && node.sequencer().fault() == null;
    }

    /** Time of the last checkpoint of this run; empty before the first. */
    public Optional<Instant> signedAt() {
        return Optional.ofNullable(node.checkpointer().signedAt());
    }

    /** Waits until a checkpoint over that many entries is stored, or the time is up. True if there is one. */
    public boolean awaitSigned(long size, Duration patience) {
        return node.checkpointer().await(size, patience);
    }

    /** The key that verifies what it signs. */
    public NoteVerifier verifier() {
        return node.signer().verifier();
    }

    /** What the last look came to whether all is still as signed; empty before the first of this program. */
    public Optional<SelfCheck.Result> checked() {
        return Optional.ofNullable(node.selfCheck().last());
    }
}
