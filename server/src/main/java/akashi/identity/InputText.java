package akashi.identity;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The door every typed text comes through, before anything else looks at it. Cost is bounded by the limit; whatever
 * could change what a reader sees, or has no meaning yet, is refused with its place. Two things are mended here because
 * they come with pasting and change nothing: line ends and tabs become spaces (rule line-end), and invisible marks
 * without effect on Japanese or Latin text go away (rule invisible: zero width space, joiners, byte order mark, soft
 * hyphen, left-to-right, right-to-left and Arabic letter mark). Overrides, embeddings and isolates of direction are
 * refused, for they change the order shown.
 */
final class InputText {
    private InputText() {}

    /** The text, cleaned and without spaces at its ends. */
    static Parsed<String> read(String raw, int limit) {
        if (raw.length() > 2 * limit + 64 || raw.codePointCount(0, raw.length()) > limit + 32) {
            return tooLong(raw, limit);
        }
        var out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            String fault = fault(c);
            if (fault != null) {
                return Parsed.bad(fault, code(c), place(raw, i));
            }
            if (c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) {
                out.append(' ');
            } else if (!invisible(c)) {
                out.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        String text = out.toString().strip();
        return text.codePointCount(0, text.length()) > limit ? tooLong(text, limit) : Parsed.good(text);
    }

    /** U+202E, as messages name a character that cannot be shown. */
    static String code(int c) {
        return String.format(Locale.ROOT, "U+%04X", c);
    }

    /** Which character it is, counted from 1. */
    static String place(String text, int index) {
        return Integer.toString(text.codePointCount(0, index) + 1);
    }

    private static Parsed<String> tooLong(String text, int limit) {
        return Parsed.bad(
                "identity.text.tooLong",
                Integer.toString(limit),
                Integer.toString(text.codePointCount(0, text.length())));
    }

    private static @Nullable String fault(int c) {
        if (c == '\t' || c == '\n' || c == '\r') {
            return null;
        }
        if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) {
            return "identity.text.direction";
        }
        return switch (Character.getType(c)) {
            case Character.SURROGATE -> "identity.text.surrogate";
            case Character.CONTROL -> "identity.text.control";
            case Character.UNASSIGNED -> "identity.text.unassigned";
            case Character.PRIVATE_USE -> "identity.text.privateUse";
            default -> null;
        };
    }

    private static boolean invisible(int c) {
        return (c >= 0x200B && c <= 0x200F)
                || c == 0x061C
                || c == 0xFEFF
                || c == 0x00AD
                || (c >= 0x2060 && c <= 0x2064);
    }
}
