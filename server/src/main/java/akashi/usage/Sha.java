package akashi.usage;

import akashi.ledger.Hash;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** SHA-256 over what belongs to an answer. */
final class Sha {
    private Sha() {}

    static Hash of(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return Hash.of(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime must have SHA-256", e);
        }
    }

    static @Nullable Hash both(@Nullable Hash one, @Nullable Hash other) {
        if (one == null) {
            return other;
        }
        return other == null ? one : of(one.bytes(), other.bytes());
    }
}
