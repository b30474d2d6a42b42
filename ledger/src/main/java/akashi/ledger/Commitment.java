package akashi.ledger;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * Binds an entry to its private part without showing it: {@code SHA-256("akashi/commitment/v1\n" ‖ salt ‖ body)} with
 * 16 bytes of fresh chance as salt. Whoever has salt and body can show that they belong to the entry; whoever has the
 * hash alone learns nothing, not even by guessing a plate number, and the salt is erased with the body. The prefix
 * keeps the hash apart from those of leaves (0x00) and nodes (0x01); the fixed length of the salt keeps salt and body
 * apart.
 */
public final class Commitment {
    /** Length of a salt in bytes. */
    public static final int SALT = 16;

    private static final byte[] DOMAIN = Text.bytes("akashi/commitment/v1\n");

    private Commitment() {}

    /**
     * The commitment to a private part.
     *
     * @throws IllegalArgumentException unless the salt has 16 bytes
     */
    public static Hash of(byte[] salt, byte[] privateBody) {
        if (salt.length != SALT) {
            throw new IllegalArgumentException("A salt has 16 bytes, not " + salt.length);
        }
        ByteBuffer input = ByteBuffer.allocate(DOMAIN.length + SALT + privateBody.length);
        input.put(DOMAIN).put(salt).put(privateBody);
        return Hash.sha256(input.array());
    }

    /**
     * The commitment an entry carries in its member {@value Receipt#COMMITMENT}; nothing if it never had a private
     * part. The entry must be canonical JSON; of others nothing is found, or something malformed.
     *
     * @throws MalformedException if the member is not a hash, or a string does not end
     */
    public static Optional<Hash> in(byte[] entry) {
        return new EntryScan(entry).commitment();
    }

    /** A salt to be used once. */
    public static byte[] newSalt(SecureRandom random) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return salt;
    }
}
