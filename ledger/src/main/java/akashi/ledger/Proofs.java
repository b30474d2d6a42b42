package akashi.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes proofs from tiles (RFC 9162, 2.1.3.1 and 2.1.4.1). An inclusion proof reads one tile for each eight levels, two
 * at the ragged edge, and hashes at most 255 nodes in each.
 */
public final class Proofs {
    private Proofs() {}

    /** Root of the tree of that size. */
    public static Hash root(TileSource tiles, long size) {
        return size == 0 ? Merkle.emptyRoot() : new TreeReader(tiles, size).range(0, size);
    }

    /**
     * The hashes that lead from a leaf to the root, lowest first.
     *
     * @throws IllegalArgumentException unless 0 ≤ index &lt; size
     */
    public static List<Hash> inclusion(TileSource tiles, long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("A tree of " + size + " has no leaf " + index);
        }
        TreeReader tree = new TreeReader(tiles, size);
        List<Hash> proof = new ArrayList<>();
        long start = 0;
        long end = size;
        while (end - start > 1) {
            long middle = start + Long.highestOneBit(end - start - 1);
            if (index < middle) {
                proof.add(tree.range(middle, end));
                end = middle;
            } else {
                proof.add(tree.range(start, middle));
                start = middle;
            }
        }
        return List.copyOf(proof.reversed());
    }

    /**
     * The hashes that show a tree to continue an older one; empty when the sizes are equal.
     *
     * @throws IllegalArgumentException unless 0 &lt; oldSize ≤ newSize
     */
    public static List<Hash> consistency(TileSource tiles, long oldSize, long newSize) {
        if (oldSize <= 0 || oldSize > newSize) {
            throw new IllegalArgumentException("No proof leads from size " + oldSize + " to " + newSize);
        }
        TreeReader tree = new TreeReader(tiles, newSize);
        List<Hash> proof = new ArrayList<>();
        long start = 0;
        long end = newSize;
        while (end != oldSize) {
            long middle = start + Long.highestOneBit(end - start - 1);
            if (oldSize <= middle) {
                proof.add(tree.range(middle, end));
                end = middle;
            } else {
                proof.add(tree.range(start, middle));
                start = middle;
            }
        }
        if (start > 0) {
            proof.add(tree.range(start, end));
        }
        return List.copyOf(proof.reversed());
    }
}
