package akashi.identity;

import akashi.writing.Kana;

/**
 * A number stamped or printed on a thing: chassis number (車台番号), article number (物品番号), bicycle registration number
 * (防犯登録番号).
 *
 * @param written as typed, trimmed
 * @param canonical half-width, upper case, kana as katakana, without separators
 */
public record Serial(String written, String canonical) {
    private static final int LONGEST = 50;
    private static final String SEPARATORS = "・.,/_:#*()[]";

    public Serial {
        if (canonical.isEmpty()
                || canonical.length() > LONGEST
                || canonical.codePoints().anyMatch(Serial::strange)) {
            throw new IllegalArgumentException("no serial number of " + canonical.length() + " characters");
        }
    }

    /**
     * Reads one; separators (space, hyphen, dot, slash, underscore, number sign) go, anything else but letters and
     * digits is refused.
     */
    public static Parsed<Serial> parse(String text) {
        return switch (InputText.read(text, LONGEST + 10)) {
            case Parsed.Bad<String> bad -> new Parsed.Bad<>(bad.messageKey(), bad.args());
            case Parsed.Good<String>(String clean) -> folded(clean);
        };
    }

    private static Parsed<Serial> folded(String clean) {
        return switch (Digits.folded(clean)) {
            case Parsed.Bad<String> bad -> new Parsed.Bad<>(bad.messageKey(), bad.args());
            case Parsed.Good<String>(String folded) -> read(clean, joined(Kana.katakana(folded)));
        };
    }

    private static String joined(String text) {
        var out = new StringBuilder(text.length());
        text.chars().filter(c -> SEPARATORS.indexOf(c) < 0).forEach(c -> out.append((char) c));
        return out.toString();
    }

    private static boolean strange(int c) {
        return !Character.isLetterOrDigit(c) && c != 'ー';
    }

    private static Parsed<Serial> read(String text, String canonical) {
        if (canonical.isEmpty()) {
            return Parsed.bad(text.isBlank() ? "identity.serial.missing" : "identity.serial.noLetter", text);
        }
        if (canonical.length() > LONGEST) {
            return Parsed.bad(
                    "identity.serial.length", Integer.toString(LONGEST), Integer.toString(canonical.length()));
        }
        var strange = canonical.codePoints().filter(Serial::strange).findFirst();
        return strange.isPresent()
                ? Parsed.bad("identity.serial.character", Character.toString(strange.getAsInt()))
                : Parsed.good(new Serial(text, canonical));
    }

    /**
     * The key in which O and 0, I and 1 are the same: what a worn stamp or a hurried reader confuses. For searching
     * only, never shown.
     */
    public String skeleton() {
        return skeleton(canonical);
    }

    static String skeleton(String canonical) {
        return canonical.replace('O', '0').replace('I', '1');
    }
}
