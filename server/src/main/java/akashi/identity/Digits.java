package akashi.identity;

import akashi.writing.NameRules;
import java.util.Locale;
import java.util.regex.Pattern;

/** What numbers on cards, papers and things have in common when they are read. */
final class Digits {
    private static final int LIMIT = 60;
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern HYPHENS = Pattern.compile("(?<![ァ-ヺ])ー|[-‐‑‒–—―−─]");

    private Digits() {}

    /** Half width, upper case, without spaces and hyphens; may be empty. */
    static Parsed<String> folded(String text) {
        return switch (InputText.read(text, LIMIT)) {
            case Parsed.Bad<String> bad -> bad;
            case Parsed.Good<String>(String clean) ->
                Parsed.good(
                        HYPHENS.matcher(SPACES.matcher(NameRules.width(clean).toUpperCase(Locale.ROOT))
                                        .replaceAll(""))
                                .replaceAll(""));
        };
    }
}
