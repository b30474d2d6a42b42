package akashi.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A normalised value by which records are found. Two writings match if they share kind and value; the match is as good
 * as the weaker of the two grades ({@link #meets}).
 *
 * @param value at most {@value #MAX_LENGTH} characters, never blank
 * @param rules names of the rules that changed something, in the order they ran; {@code identity.rule.NAME} is the
 *     message that explains one
 */
public record SearchKey(KeyKind kind, String value, Grade grade, List<String> rules) {
    /** Longest value of a key. */
    public static final int MAX_LENGTH = 400;

    public SearchKey {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("a key of kind " + kind + " has " + value.length() + " characters");
        }
        rules = List.copyOf(rules);
    }

    /**
     * The grade at which two keys meet, null where they do not: the weaker of the two; of {@link KeyKind#NAME_PART}
     * never better than {@link Grade#WIDE}, because there the grade tells a fragment from a part of a longer name.
     */
    public @Nullable Grade meets(SearchKey other) {
        if (kind != other.kind || !value.equals(other.value)) {
            return null;
        }
        return kind == KeyKind.NAME_PART ? Grade.WIDE : grade.weaker(other.grade);
    }

    /** A key of grade {@link Grade#EXACT}. */
    public SearchKey(KeyKind kind, String value, List<String> rules) {
        this(kind, value, Grade.EXACT, rules);
    }
}
