package akashi.identity;

import akashi.writing.NameRules;
import java.util.Locale;

/** What numbers on cards, papers and things have in common when they are read. */
final class Digits {
    private static final int LIMIT = 60;
    private static final String HYPHENS = "-‐‑‒–—―−─";

    private Digits() {}

    /** Half width, upper case, without spaces and hyphens; may be empty. */
    static Parsed<String> folded(String text) {
        return switch (InputText.read(text, LIMIT)) {
            case Parsed.Bad<String> bad -> bad;
            case Parsed.Good<String>(String clean) ->
                Parsed.good(joined(NameRules.width(clean).toUpperCase(Locale.ROOT)));
        };
    }

    /** Without spaces and hyphens; ー is one unless it lengthens the katakana before it. */
    private static String joined(String text) {
        var out = new StringBuilder(text.length());
        char before = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                continue;
            }
            boolean hyphen = c == 'ー' ? before < 'ァ' || before > 'ヺ' : HYPHENS.indexOf(c) >= 0;
            if (!hyphen) {
                out.append(c);
            }
            before = c;
        }
        return out.toString();
    }
}
