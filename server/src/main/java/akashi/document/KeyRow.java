package akashi.document;

import akashi.identity.Grade;
import akashi.identity.SearchKey;
import org.jspecify.annotations.Nullable;

/**
 * A search key of one document as it is stored.
 *
 * @param digest {@link KeyDigest} of the key
 * @param narrow what narrows a key that many share: the day of a complete birth date, the colour of a vehicle; null
 *     where it is not known
 */
public record KeyRow(long digest, Grade grade, @Nullable Integer narrow) {
    static KeyRow of(SearchKey key, @Nullable Integer narrow) {
        return new KeyRow(KeyDigest.of(key), key.grade(), narrow);
    }

    /** A grade as the tables hold it. */
    public static int stored(Grade grade) {
        return switch (grade) {
            case EXACT -> 0;
            case VARIANT -> 1;
            case WIDE -> 2;
        };
    }

    /** The grade that is stored so. */
    public static Grade grade(int stored) {
        return switch (stored) {
            case 0 -> Grade.EXACT;
            case 1 -> Grade.VARIANT;
            case 2 -> Grade.WIDE;
            default -> throw new IllegalArgumentException("no grade is stored as " + stored);
        };
    }
}
