package akashi.record;

import akashi.identity.SearchKey;
import akashi.operation.OperationCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Search keys and operations as the key rows hold them: the beginnings of a SHA-256. So keys stay out of the indexes in
 * clear and all rows are short. In a stock of a hundred million keys one question in two hundred thousand million meets
 * another key's row by chance; the operation is compared in full when the record is read.
 */
final class KeyDigest {
    private KeyDigest() {}

    static long of(SearchKey key) {
        return digest(key.kind().name() + " " + key.value()).getLong();
    }

    static int of(OperationCode operation) {
        return digest(operation.value()).getInt();
    }

    /** A colour, by which the number of a plate is narrowed. */
    static int colour(String code) {
        return digest("COLOUR " + code).getInt();
    }

    private static ByteBuffer digest(String text) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
