package akashi.tlog;

import akashi.ledger.Checkpoint;
import akashi.ledger.Hash;
import akashi.ledger.Merkle;
import akashi.ledger.NoteVerifier;
import akashi.ledger.Opening;
import akashi.ledger.Proofs;
import akashi.ledger.SignedNote;
import akashi.ledger.TileCoordinate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks, while the program runs, whether the ledger is still what was signed: the root derived from the stored tiles
 * against the latest checkpoint, its signature, and the entries of some tiles against these tiles. It finds by chance
 * what {@code verify --all} finds for certain.
 */
public final class SelfCheck {
    private static final Logger LOG = LoggerFactory.getLogger(SelfCheck.class);

    /** Tiles of 256 entries whose entries are hashed again, besides the last one. */
    private static final int TILES = 8;

    private final CheckpointSql checkpoints;
    private final Supplier<List<NoteVerifier>> keys;
    private final Clock clock;
    private final RandomGenerator chance;
    private volatile @Nullable Result last;

    /** @param keys those that sign the ledger or did before they were changed */
    SelfCheck(CheckpointSql checkpoints, Supplier<List<NoteVerifier>> keys, Clock clock, RandomGenerator chance) {
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.clock = clock;
        this.chance = chance;
    }

    /** What was wrong. */
    public enum Fault {
        /** The tiles do not lead to the root that was signed. */
        ROOT,
        /** The checkpoint's signature is not this ledger's. */
        SIGNATURE,
        /** An entry is not the one its tile was made of. */
        ENTRY
    }

    /**
     * One run.
     *
     * @param size entries under the checkpoint that was compared
     * @param entries how many entries were hashed again
     * @param fault null where everything agreed
     */
    public record Result(
            Instant at, long size, long entries, @Nullable Fault fault) {}

    /** The last run of this program; null before the first. */
    @Nullable Result last() {
        return last;
    }

    /** Checks a ledger; nothing where it has no checkpoint yet. */
    void run(int log) {
        checkpoints.latest(log, 0).ifPresent(signed -> {
            long[] entries = {0};
            Fault fault = check(log, signed, entries);
            if (fault != null) {
                LOG.error("The ledger {} differs from what was signed over {} entries: {}", log, signed.size(), fault);
            }
            last = new Result(clock.instant(), signed.size(), entries[0], fault);
        });
    }

    private @Nullable Fault check(int log, SignedCheckpoint signed, long[] entries) {
        SignedNote note = SignedNote.parse(signed.note());
        if (!(note.open(keys.get()) instanceof Opening.Opened)) {
            return Fault.SIGNATURE;
        }
        Hash root = Checkpoint.parse(note.text()).root();
        if (!Proofs.root(new StoredTiles(checkpoints, log), signed.size()).equals(root)) {
            return Fault.ROOT;
        }
        long full = signed.size() / TileCoordinate.FULL;
        for (int n = 0; n <= TILES && full > 0; n++) {
            long tile = n == 0 ? full - 1 : chance.nextLong(full);
            if (!agrees(log, tile)) {
                return Fault.ENTRY;
            }
            entries[0] += TileCoordinate.FULL;
        }
        return null;
    }

    private boolean agrees(int log, long tile) {
        byte[] hashes = checkpoints.tile(log, 0, tile).orElse(new byte[0]);
        List<byte[]> leaves = checkpoints.leaves(log, tile * TileCoordinate.FULL, TileCoordinate.FULL);
        if (hashes.length != TileCoordinate.FULL * Hash.LENGTH || leaves.size() != TileCoordinate.FULL) {
            return false;
        }
        for (int n = 0; n < leaves.size(); n++) {
            if (!Merkle.leafHash(leaves.get(n)).equals(Hash.at(hashes, n * Hash.LENGTH))) {
                return false;
            }
        }
        return true;
    }
}
