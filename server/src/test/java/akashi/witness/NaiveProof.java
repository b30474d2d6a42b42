package akashi.witness;

import akashi.ledger.Frontier;
import akashi.ledger.Hash;
import java.util.ArrayList;
import java.util.List;

/** Consistency proofs straight from the words of RFC 6962, 2.1.2; slow and easy to believe. */
final class NaiveProof {
    private NaiveProof() {}

    static List<Hash> consistency(List<Hash> leaves, int older) {
        return sub(leaves, older, true);
    }

    private static List<Hash> sub(List<Hash> leaves, int older, boolean whole) {
        if (older == leaves.size()) {
            return whole ? List.of() : List.of(root(leaves));
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        List<Hash> proof;
        if (older <= left) {
            proof = new ArrayList<>(sub(leaves.subList(0, left), older, whole));
            proof.add(root(leaves.subList(left, leaves.size())));
        } else {
            proof = new ArrayList<>(sub(leaves.subList(left, leaves.size()), older - left, false));
            proof.add(root(leaves.subList(0, left)));
        }
        return proof;
    }

    private static Hash root(List<Hash> leaves) {
        var frontier = new Frontier();
        leaves.forEach(frontier::append);
        return frontier.root();
    }
}
