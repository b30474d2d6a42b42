package akashi.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** RFC 6962, section 2.1, word by word: slow, recursive, and independent of the code under test. */
final class NaiveTree {
    private final List<Hash> leaves;

    NaiveTree(List<Hash> leaves) {
        this.leaves = List.copyOf(leaves);
    }

    static NaiveTree random(RandomGenerator random, int size) {
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            byte[] hash = new byte[Hash.LENGTH];
            random.nextBytes(hash);
            leaves.add(Hash.of(hash));
        }
        return new NaiveTree(leaves);
    }

    List<Hash> leaves() {
        return leaves;
    }

    Hash root(int size) {
        return size == 0 ? Merkle.emptyRoot() : mth(0, size);
    }

    Hash mth(int from, int to) {
        if (to - from == 1) {
            return leaves.get(from);
        }
        int middle = from + split(to - from);
        return Merkle.nodeHash(mth(from, middle), mth(middle, to));
    }

    List<Hash> path(int index, int from, int to) {
        if (to - from == 1) {
            return new ArrayList<>();
        }
        int middle = from + split(to - from);
        List<Hash> path = index < middle ? path(index, from, middle) : path(index, middle, to);
        path.add(index < middle ? mth(middle, to) : mth(from, middle));
        return path;
    }

    List<Hash> consistency(int oldSize, int newSize) {
        return subproof(oldSize, 0, newSize, true);
    }

    private List<Hash> subproof(int end, int from, int to, boolean whole) {
        if (end == to) {
            return whole ? new ArrayList<>() : new ArrayList<>(List.of(mth(from, to)));
        }
        int middle = from + split(to - from);
        boolean left = end <= middle;
        List<Hash> proof = left ? subproof(end, from, middle, whole) : subproof(end, middle, to, false);
        proof.add(left ? mth(middle, to) : mth(from, middle));
        return proof;
    }

    /** SUBTREE_PROOF of draft-ietf-plants-merkle-tree-certs. */
    List<Hash> subtreeProof(int start, int end, int size) {
        return subtreeProof(start, end, 0, size, true);
    }

    private List<Hash> subtreeProof(int start, int end, int from, int to, boolean known) {
        if (start == from && end == to) {
            return known ? new ArrayList<>() : new ArrayList<>(List.of(mth(from, to)));
        }
        int middle = from + split(to - from);
        List<Hash> proof;
        if (end <= middle) {
            proof = subtreeProof(start, end, from, middle, known);
            proof.add(mth(middle, to));
        } else if (middle <= start) {
            proof = subtreeProof(start, end, middle, to, known);
            proof.add(mth(from, middle));
        } else {
            proof = subtreeProof(middle, end, middle, to, false);
            proof.add(mth(from, middle));
        }
        return proof;
    }

    private static int split(int width) {
        int k = 1;
        while (2 * k < width) {
            k *= 2;
        }
        return k;
    }
}
