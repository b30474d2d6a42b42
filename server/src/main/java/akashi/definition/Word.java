package akashi.definition;

import java.util.Locale;

/** The words of the format and the constants they stand for: {@code own-unit} is {@code OWN_UNIT}. */
public final class Word {
    private Word() {}

    /** The constant's name for a word of the format. */
    public static String constant(String word) {
        return word.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** The format's word for a constant. */
    public static String of(Enum<?> constant) {
        return constant.name().replace('_', '-').toLowerCase(Locale.ROOT);
    }
}
