package akashi.tlog;

import akashi.ledger.TileSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ledgers of this database as they are stored, one a node: whose they are, and what proofs are made of. */
@Component
public class StoredLogs {
    private final LogRegisterSql register;
    private final CheckpointSql checkpoints;
    private final LedgerSql ledgers;

    StoredLogs(LogRegisterSql register, CheckpointSql checkpoints, LedgerSql ledgers) {
        this.register = register;
        this.checkpoints = checkpoints;
        this.ledgers = ledgers;
    }

    /** Those of a database, without the application around them. */
    public static StoredLogs on(DataSource source) {
        return new StoredLogs(LogRegisterSql.on(source), CheckpointSql.on(source), LedgerSql.on(source));
    }

    /**
     * How a ledger stands.
     *
     * @param signedSize entries under its last checkpoint, 0 before the first
     * @param held whether a program holds its lease
     */
    public record Log(
            int log,
            String origin,
            long size,
            long signedSize,
            @Nullable Instant signedAt,
            boolean held) {}

    /**
     * A key and the size from which on it signs.
     *
     * @param note by which the key before introduced it; null for a ledger's first key
     */
    public record Key(
            long afterSize,
            String key,
            Instant at,
            @Nullable String note) {}

    /** Every ledger that has an entry, or a program that writes it; the latest written first. */
    public List<Log> all() {
        return register.all();
    }

    /** Number of the ledger with that published name. */
    public Optional<Integer> number(String origin) {
        return register.log(origin);
    }

    /** The keys of a ledger, the first one first. */
    public List<Key> keys(String origin) {
        return register.keys(origin);
    }

    /** The latest checkpoint of a ledger that covers at least this many entries. */
    public Optional<SignedCheckpoint> latest(int log, long atLeast) {
        return checkpoints.latest(log, atLeast);
    }

    /** Entries that are there, as far as the last one tells. */
    public long size(int log) {
        return ledgers.end(log).map(LedgerSql.End::size).orElse(0L);
    }

    /** Leaves side by side; fewer where some are missing. */
    public List<byte[]> leaves(int log, long first, int count) {
        return checkpoints.leaves(log, first, count);
    }

    /** The hashes of a full tile, if it is stored. */
    public Optional<byte[]> tile(int log, int level, long index) {
        return checkpoints.tile(log, level, index);
    }

    /** The tiles of a ledger, unfinished ones made from what lies below them. */
    public TileSource tiles(int log) {
        return new StoredTiles(checkpoints, log);
    }

    /**
     * Leaves an entry without a private part for the node of that ledger to place; stored when this returns, unless the
     * caller's transaction is rolled back.
     */
    public void leave(int log, UUID id, Instant at, Entry entry) {
        ledgers.pending(log, at, new Draft(id, Draft.month(LedgerNode.day(at), 1), entry));
    }
}
