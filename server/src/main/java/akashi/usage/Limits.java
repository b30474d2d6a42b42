package akashi.usage;

/** What keeps an entry short and encodable. */
final class Limits {
    private Limits() {}

    /** Refuses text that is too long or that no encoding of Unicode can carry. */
    static void text(String what, String text, int longest) {
        if (text.length() > longest) {
            throw new IllegalArgumentException(
                    "The " + what + " of a use has " + text.length() + " characters; " + longest + " are allowed");
        }
        if (!wellFormed(text)) {
            throw new IllegalArgumentException(
                    "The " + what + " of a use holds half a surrogate pair or a null character");
        }
    }

    /** The text with every half of a surrogate pair replaced by U+FFFD, because nothing else about it can be stored. */
    static String mended(String text) {
        if (wellFormed(text)) {
            return text;
        }
        var mended = new StringBuilder(text.length());
        text.codePoints().forEach(c -> mended.appendCodePoint(unstorable(c) ? 0xFFFD : c));
        return mended.toString();
    }

    private static boolean wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static boolean unstorable(int codePoint) {
        return codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
