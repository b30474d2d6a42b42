package akashi.document;

import akashi.identity.Grade;
import akashi.identity.KeyKind;
import akashi.identity.SearchKey;
import akashi.operation.OperationCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Search keys and operations as the key rows hold them: the beginnings of a SHA-256. So keys stay out of the indexes in
 * clear and all rows are short. In a stock of a hundred million keys one question in two hundred thousand million meets
 * another key's row by chance; the operation is compared in full when the record is read.
 */
public final class KeyDigest {
    private KeyDigest() {}

    /** Prefix of a name's part that is all a record knows, such as a mark on clothing. */
    private static final String MARK = "NAME_MARK";

    /** The digest under which a record's key is stored. */
    public static long of(SearchKey key) {
        return digest((mark(key) ? MARK : key.kind().name()) + " " + key.value())
                .getLong();
    }

    /**
     * The digests under which a question's key is looked for. A part of a longer name meets marks only, never all
     * namesakes; a name asked in part meets both.
     */
    public static List<Long> asked(SearchKey key) {
        if (key.kind() != KeyKind.NAME_PART) {
            return List.of(of(key));
        }
        long marks = digest(MARK + " " + key.value()).getLong();
        return mark(key)
                ? List.of(marks, digest(key.kind().name() + " " + key.value()).getLong())
                : List.of(marks);
    }

    private static boolean mark(SearchKey key) {
        return key.kind() == KeyKind.NAME_PART && key.grade() != Grade.WIDE;
    }

    /** An operation, as the key rows name it. */
    public static int of(OperationCode operation) {
        return digest(operation.value()).getInt();
    }

    /** A colour, by which the number of a plate is narrowed. */
    public static int colour(String code) {
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
