package akashi.tlog;

import akashi.ledger.Checkpoint;
import akashi.ledger.Frontier;
import akashi.ledger.Hash;
import akashi.ledger.NoteVerifier;
import akashi.ledger.Proofs;
import akashi.ledger.SignedNote;
import akashi.ledger.TileSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger's own way to the database: connections nobody else uses, transactions of its own. */
final class LedgerStore {
    private final LedgerSql sql;
    private final CheckpointSql checkpoints;
    private final LogRegisterSql register;
    private final TransactionTemplate transaction;
    private final String key;
    private final Clock clock;

    /** @param key the verifier key of this node's ledger */
    LedgerStore(DataSource source, String key, Clock clock) {
        this.key = key;
        this.clock = clock;
        this.register = LogRegisterSql.on(source);
        this.sql = LedgerSql.on(source);
        this.checkpoints = CheckpointSql.on(source);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    /** A ledger as it was found. */
    record Opened(
            int number,
            LedgerSql.End end,
            TileSource tiles,
            @Nullable Checkpoint signed) {
        /** Refuses to go on with a ledger that is behind, or different from, what was signed. */
        void requireConsistent(Frontier found) {
            if (signed == null) {
                return;
            }
            if (signed.size() > found.size()) {
                throw new IllegalStateException("Ledger " + signed.origin() + " has " + found.size()
                        + " entries, but a checkpoint over " + signed.size() + " was signed");
            }
            Hash root = signed.size() == found.size() ? found.root() : Proofs.root(tiles, signed.size());
            if (!root.equals(signed.root())) {
                throw new IllegalStateException("Ledger " + signed.origin() + " differs from its checkpoint over "
                        + signed.size() + " entries");
            }
        }
    }

    /**
     * Opens a ledger for writing.
     *
     * @throws NotWritten if another program holds its lease
     */
    Opened open(String origin, UUID holder, Duration lease) {
        int log = sql.log(origin);
        if (!sql.takeLease(log, holder, seconds(lease))) {
            throw new NotWritten("Another program writes the ledger " + origin);
        }
        requireKey(log, origin);
        var end = sql.end(log).orElse(new LedgerSql.End(0, Instant.EPOCH));
        var signed = checkpoints
                .latest(log, 0)
                .map(found -> Checkpoint.parse(SignedNote.parse(found.note()).text()))
                .orElse(null);
        return new Opened(log, end, new StoredTiles(checkpoints, log), signed);
    }

    /** The keys that sign a ledger or did before they were changed. */
    List<NoteVerifier> keys(String origin) {
        return register.keys(origin).stream()
                .map(known -> NoteVerifier.parse(known.key()))
                .toList();
    }

    /** A ledger is signed by the key that was introduced last; its first key introduces itself. */
    private void requireKey(int log, String origin) {
        var keys = register.keys(origin);
        if (keys.isEmpty()) {
            register.introduce(log, new StoredLogs.Key(0, key, clock.instant(), null));
        } else if (!keys.getLast().key().equals(key)) {
            throw new IllegalStateException("Ledger " + origin + " is signed by another key since entry "
                    + keys.getLast().afterSize() + "; if its key was being changed, run: akashi key rotate");
        }
    }

    /** Extends the lease; false if another program has taken it. */
    boolean renew(int log, UUID holder, Duration lease) {
        return sql.takeLease(log, holder, seconds(lease));
    }

    void leave(int log, UUID holder) {
        sql.leaveLease(log, holder);
    }

    /** Stores a batch whole or not at all; an exception leaves open which. */
    void append(LedgerSql.Batch batch, @Nullable LocalDate newMonth) {
        if (newMonth == null && batch.plain()) {
            sql.entries(batch); // by far the most: one way to the database and back instead of four
            return;
        }
        transaction.executeWithoutResult(status -> {
            sql.entries(batch);
            sql.extras(batch);
            if (newMonth != null) {
                sql.month(batch.log(), newMonth, batch.first());
            }
        });
    }

    List<Draft> leftovers(int log, Instant since) {
        return sql.leftovers(log, since);
    }

    Optional<Place> integrated(UUID id) {
        return sql.integrated(id);
    }

    void checkpoint(int log, SignedCheckpoint signed) {
        checkpoints.store(log, signed);
    }

    void ahead(long index, int leaves, LocalDate month, int months) {
        sql.ahead(index, leaves, month, months);
    }

    LedgerSql.Left partitionsLeft(long index, LocalDate month) {
        return sql.partitionsLeft(index, month);
    }

    private static int seconds(Duration lease) {
        return (int) Math.max(1, lease.toSeconds());
    }
}
