package akashi.ledger;

import java.util.List;

/**
 * The tree of RFC 6962 over SHA-256 and the checks of RFC 9162. The checks answer {@code false} to whatever does not
 * prove the claim, impossible sizes included, and never throw on hostile input.
 */
public final class Merkle {
    private static final Hash EMPTY = Hash.sha256(new byte[0]);

    private Merkle() {}

    /** Hash of an entry as a leaf: SHA-256(0x00 ‖ entry). */
    public static Hash leafHash(byte[] entry) {
        return Sha256.current().leaf(entry);
    }

    /** Hash of two subtrees: SHA-256(0x01 ‖ left ‖ right). */
    public static Hash nodeHash(Hash left, Hash right) {
        return Sha256.current().node(left, right);
    }

    /** Root of the tree without entries: SHA-256 of nothing. */
    public static Hash emptyRoot() {
        return EMPTY;
    }

    /** Whether the proof shows the leaf at the index of the tree with that size and root (RFC 9162, 2.1.3.2). */
    public static boolean verifyInclusion(long index, long size, Hash leafHash, List<Hash> proof, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        int inner = bitLength(index ^ (size - 1));
        if (proof.size() != inner + Long.bitCount(index >>> inner)) {
            return false;
        }
        Sha256 sha = Sha256.current();
        Hash hash = leafHash;
        for (int level = 0; level < proof.size(); level++) {
            boolean rightChild = level >= inner || (index >>> level & 1) == 1;
            hash = rightChild ? sha.node(proof.get(level), hash) : sha.node(hash, proof.get(level));
        }
        return hash.equals(root);
    }

    /**
     * Whether the proof shows that the larger tree only appended to the smaller one (RFC 9162, 2.1.4.2). Equal sizes
     * need equal roots and an empty proof; nothing can be proved from an empty tree to a larger one.
     */
    public static boolean verifyConsistency(long size1, long size2, Hash root1, Hash root2, List<Hash> proof) {
        if (size1 < 0 || size1 > size2) {
            return false;
        }
        if (size1 == size2) {
            return proof.isEmpty() && root1.equals(root2);
        }
        return size1 > 0 && verifySubtreeConsistency(0, size1, size2, proof, root1, root2);
    }

    /**
     * Whether [start, end) is a subtree some tree contains as a node: start is a multiple of the smallest power of two
     * that is not below the width. An empty range counts as one.
     */
    public static boolean isSubtree(long start, long end) {
        if (start < 0 || start > end) {
            return false;
        }
        long width = end - start;
        return width <= 1 || start == 0 || (start & (-1L >>> Long.numberOfLeadingZeros(width - 1))) == 0;
    }

    /** Inclusion within the subtree [start, end) (draft-ietf-plants-merkle-tree-certs, 4.3). */
    public static boolean verifySubtreeInclusion(
            long index, long start, long end, Hash leafHash, List<Hash> proof, Hash subtreeRoot) {
        return isSubtree(start, end)
                && index >= start
                && verifyInclusion(index - start, end - start, leafHash, proof, subtreeRoot);
    }

    /**
     * Consistency of the subtree [start, end) with the tree of the given size (draft-ietf-plants-merkle-tree-certs,
     * 4.4). An empty subtree has the empty root and needs no proof.
     */
    public static boolean verifySubtreeConsistency(
            long start, long end, long size, List<Hash> proof, Hash subtreeRoot, Hash root) {
        if (!isSubtree(start, end) || end > size) {
            return false;
        }
        if (start == end) {
            return proof.isEmpty() && subtreeRoot.equals(EMPTY) && (size > 0 || root.equals(EMPTY));
        }
        return new SubtreeCheck(start, end - 1, size - 1).run(proof, subtreeRoot, root);
    }

    /** Number of bits up to the highest one. */
    static int bitLength(long value) {
        return Long.SIZE - Long.numberOfLeadingZeros(value);
    }

    /**
     * The climb of RFC 9162, 2.1.4.2, for a subtree that starts anywhere. {@code first}, {@code last} and {@code end}
     * are the positions, on the current level, of the nodes above the subtree's first leaf, its last leaf and the
     * tree's last leaf. Going up, the subtree's own hash is rebuilt from those proof hashes that lie inside it, the
     * tree's root from all of them.
     */
    private static final class SubtreeCheck {
        private long first;
        private long last;
        private long end;

        SubtreeCheck(long first, long last, long end) {
            this.first = first;
            this.last = last;
            this.end = end;
        }

        boolean run(List<Hash> proof, Hash subtreeRoot, Hash root) {
            // Levels on which nobody outside the subtree's rightmost full part is needed.
            while (first != last && (last == end || (last & 1) == 1)) {
                up();
            }
            boolean seedKnown = first == last;
            if (!seedKnown && proof.isEmpty()) {
                return false;
            }
            Sha256 sha = Sha256.current();
            Hash inside = seedKnown ? subtreeRoot : proof.getFirst();
            Hash whole = inside;
            for (Hash hash : proof.subList(seedKnown ? 0 : 1, proof.size())) {
                if (end == 0) {
                    return false;
                }
                if ((last & 1) == 1 || last == end) {
                    if (first < last) {
                        inside = sha.node(hash, inside);
                    }
                    whole = sha.node(hash, whole);
                    while ((last & 1) == 0) {
                        up();
                    }
                } else {
                    whole = sha.node(whole, hash);
                }
                up();
            }
            return end == 0 && inside.equals(subtreeRoot) && whole.equals(root);
        }

        private void up() {
            first >>>= 1;
            last >>>= 1;
            end >>>= 1;
        }
    }
}
