package akashi.bench;

import akashi.ledger.Hash;
import akashi.ledger.Merkle;
import akashi.ledger.Proofs;
import akashi.ledger.TileCoordinate;
import akashi.ledger.TileSource;
import akashi.ledger.TreeWriter;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * The ledger library by itself, on one thread: appending entries of an inquiry's size, and proofs from tiles in memory.
 */
final class LibraryPart {
    private static final int ENTRY = 745;
    private static final int PROOFS = 20_000;

    private final Map<TileCoordinate, byte[]> full = new HashMap<>();
    private final TreeWriter tree = new TreeWriter(full::put);

    /** Appends so many entries; each is hashed, so this counts everything but the disk. */
    void append(long entries) {
        byte[] entry = new byte[ENTRY];
        ByteBuffer number = ByteBuffer.wrap(entry);
        long started = System.nanoTime();
        for (long n = 0; n < entries; n++) {
            number.putLong(0, n);
            tree.append(Merkle.leafHash(entry));
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        System.out.printf(
                Locale.ROOT, "library append, %,d entries of %d bytes: %,.0f/s%n", entries, ENTRY, entries / seconds);
    }

    /** Makes and checks proofs of entries all over the tree. */
    void proofs() {
        TileSource tiles = (level, index, width) -> {
            byte[] tile = full.get(new TileCoordinate(level, index, TileCoordinate.FULL));
            return tile != null ? tile : tree.tile(level, index, width);
        };
        Hash root = tree.root();
        Random random = new Random(1);
        byte[] entry = new byte[ENTRY];
        long[] nanos = new long[PROOFS];
        for (int n = -PROOFS / 4; n < PROOFS; n++) {
            long index = random.nextLong(tree.size());
            long started = System.nanoTime();
            List<Hash> proof = Proofs.inclusion(tiles, index, tree.size());
            if (n >= 0) {
                nanos[n] = System.nanoTime() - started;
            }
            ByteBuffer.wrap(entry).putLong(0, index);
            if (!Merkle.verifyInclusion(index, tree.size(), Merkle.leafHash(entry), proof, root)) {
                throw new IllegalStateException("The proof of " + index + " must verify");
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "inclusion proof at %,d entries: mean %.3f ms, p99 %.3f ms, slowest of %,d %.1f ms%n",
                tree.size(),
                Arrays.stream(nanos).average().orElse(0) / 1e6,
                nanos[PROOFS * 99 / 100] / 1e6,
                PROOFS,
                nanos[PROOFS - 1] / 1e6);
    }
}
