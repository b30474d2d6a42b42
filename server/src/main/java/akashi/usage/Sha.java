package akashi.usage;

import akashi.ledger.Hash;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Hashes over what belongs to an answer. */
final class Sha {
    private Sha() {}

    static Hash of(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return Hash.sha256(all.toByteArray());
    }

    static @Nullable Hash both(@Nullable Hash one, @Nullable Hash other) {
        if (one == null) {
            return other;
        }
        return other == null ? one : of(one.bytes(), other.bytes());
    }
}
