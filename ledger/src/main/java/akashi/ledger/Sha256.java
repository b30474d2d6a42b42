package akashi.ledger;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 with the prefixes of RFC 6962, on one digest that is used again and again. Not for two threads at once: a
 * tree owns its own, everybody else takes {@link #current()}, which is confined to the calling thread.
 */
final class Sha256 {
    private static final ThreadLocal<Sha256> CURRENT = ThreadLocal.withInitial(Sha256::new);
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest = newDigest();
    /** A node's input in one piece: one update instead of three halves the cost around the compression function. */
    private final byte[] pair = new byte[1 + 2 * Hash.LENGTH];

    Sha256() {
        pair[0] = NODE;
    }

    static Sha256 current() {
        return CURRENT.get();
    }

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime must have SHA-256", e);
        }
    }

    byte[] digest(byte[] content) {
        return digest.digest(content);
    }

    Hash leaf(byte[] entry) {
        digest.update(LEAF);
        return Hash.wrap(digest.digest(entry));
    }

    Hash node(Hash left, Hash right) {
        System.arraycopy(left.raw(), 0, pair, 1, Hash.LENGTH);
        System.arraycopy(right.raw(), 0, pair, 1 + Hash.LENGTH, Hash.LENGTH);
        return Hash.wrap(digest.digest(pair));
    }

    /** Hashes the 64 bytes at {@code from} as two children and writes the parent to {@code to}, in the same array. */
    void nodeInPlace(byte[] hashes, int from, int to) {
        System.arraycopy(hashes, from, pair, 1, 2 * Hash.LENGTH);
        digest.update(pair);
        try {
            int written = digest.digest(hashes, to, Hash.LENGTH);
            if (written != Hash.LENGTH) {
                throw new IllegalStateException("SHA-256 wrote " + written + " bytes");
            }
        } catch (DigestException e) {
            throw new IllegalStateException("SHA-256 must fit into 32 bytes", e);
        }
    }
}
