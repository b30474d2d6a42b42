package akashi.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * The right edge of a tree: one hash for each complete subtree, which is all that appending and the root need.
 * Appending costs one node hash on average. Not safe for two threads at once.
 */
public final class Frontier {
    private final Sha256 sha = new Sha256();
    /**
     * By level. Where bit n of the size is set, the root of the last complete subtree of 2^n leaves; elsewhere what the
     * last append computed on its way up, or nothing.
     */
    private final Hash[] nodes = new Hash[Long.SIZE];

    private long size;

    /** The empty tree. */
    public Frontier() {}

    /**
     * The right edge of a tree whose tiles exist, read from the last tile of each level.
     *
     * @throws MalformedException if a tile is shorter than asked for
     */
    public static Frontier of(TileSource tiles, long size) {
        TreeReader reader = new TreeReader(tiles, size);
        Frontier frontier = new Frontier();
        for (int level = 0; level < Long.SIZE - 1; level++) {
            if ((size >>> level & 1) == 1) {
                frontier.nodes[level] = reader.node(level, (size >>> level) - 1);
            }
        }
        frontier.size = size;
        return frontier;
    }

    /**
     * The right edge that {@link #hashes()} described.
     *
     * @throws IllegalArgumentException unless there is one hash for each bit set in the size
     */
    public static Frontier of(long size, List<Hash> hashes) {
        if (size < 0 || hashes.size() != Long.bitCount(size)) {
            throw new IllegalArgumentException("A tree of " + size + " has no frontier of " + hashes.size());
        }
        Frontier frontier = new Frontier();
        int next = 0;
        for (int level = 0; level < Long.SIZE - 1; level++) {
            if ((size >>> level & 1) == 1) {
                frontier.nodes[level] = hashes.get(next++);
            }
        }
        frontier.size = size;
        return frontier;
    }

    /** A frontier of its own that starts where this one stands. */
    public Frontier copy() {
        return of(size, hashes());
    }

    /** Adds the next leaf, given as {@link Merkle#leafHash(byte[])}. */
    public void append(Hash leafHash) {
        int top = add(leafHash);
        if (top >= Long.SIZE - 1) {
            throw new IllegalStateException("A tree holds fewer than 2^63 leaves");
        }
    }

    /**
     * Adds the next leaf and answers the highest level on which this completed a subtree; until the next call
     * {@link #completed(int)} gives the hash of every subtree completed, level by level.
     */
    int add(Hash leafHash) {
        Hash hash = leafHash;
        int level = 0;
        for (long rest = size; (rest & 1) == 1; rest >>>= 1) {
            Hash left = nodes[level];
            nodes[level++] = hash;
            hash = sha.node(left, hash);
        }
        nodes[level] = hash;
        size++;
        return level;
    }

    Hash completed(int level) {
        return nodes[level];
    }

    /** Number of leaves. */
    public long size() {
        return size;
    }

    /** Root of the tree as it stands; up to 62 node hashes. */
    public Hash root() {
        if (size == 0) {
            return Merkle.emptyRoot();
        }
        int level = Long.numberOfTrailingZeros(size);
        Hash root = nodes[level];
        for (level++; size >>> level != 0; level++) {
            if ((size >>> level & 1) == 1) {
                root = sha.node(nodes[level], root);
            }
        }
        return root;
    }

    /** The hashes of the complete subtrees, smallest first: everything needed to go on from here. */
    public List<Hash> hashes() {
        List<Hash> hashes = new ArrayList<>();
        for (int level = 0; size >>> level != 0; level++) {
            if ((size >>> level & 1) == 1) {
                hashes.add(nodes[level]);
            }
        }
        return List.copyOf(hashes);
    }
}
