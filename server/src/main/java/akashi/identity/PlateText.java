package akashi.identity;

import akashi.writing.Kana;
import akashi.writing.NameRules;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads plates. Class number: 1–3 characters, the first a digit, since 2018 the second and third may be one of
 * {@value #CLASS_LETTERS}; C, L or V on motorcycles whose hiragana ran out. Kana: お・し・へ・ん are never used (mistaken for
 * others or unlucky), nor voiced or small ones.
 */
final class PlateText {
    private static final int LIMIT = 40;
    private static final String CLASS_LETTERS = "ACFHKLMPXY";
    private static final String KANA = "あいうえかきくけこさすせそたちつてとなにぬねのはひふほまみむめもやゆよらりるれろわを";
    private static final String NEVER = "おしへん";

    /** Forces stationed in Japan; A and B on light vehicles. */
    private static final String FORCES = "EHKMTYAB";

    private static final Pattern WITH_KANA = Pattern.compile("([^ぁ-ゖ]*)([ぁ-ゖ])(.*)");
    private static final Pattern WITH_LETTER =
            Pattern.compile("([0-9][0-9A-Z]{1,2})([" + FORCES + "])([・-]*[0-9][0-9-]{0,5})");
    private static final Pattern CLASS = Pattern.compile("|[0-9]|[0-9][0-9" + CLASS_LETTERS + "]{1,2}|[CLV]");
    private static final Pattern CLASS_OF_ANY_LETTER = Pattern.compile("[0-9][0-9A-Z]{1,2}");
    private static final Pattern LIGHT_MOTORCYCLE = Pattern.compile("[12][^0-9].*");
    private static final Pattern FROM_NUMBER_ON = Pattern.compile("[0-9・-].*$");
    private static final Pattern NO_PLACE = Pattern.compile("\\P{IsHan}?|[A-Z]*");
    private static final String HYPHENS = "-‐‑‒–—―−ー─_~〜";
    private static final String DOTS = ".·•∙⋅。*";
    private static final Pattern MARKS_BEFORE = Pattern.compile("^[・-]+");
    private static final Pattern MARKS_AFTER = Pattern.compile("[・-]+$");
    private static final Pattern HYPHENS_BEFORE = Pattern.compile("^-+");
    private static final Pattern ZEROS_BEFORE = Pattern.compile("^0+");
    private static final Pattern SERIAL = Pattern.compile("\\d{1,4}|\\d{1,2}-\\d\\d");

    private PlateText() {}

    static Parsed<Plate> parse(String typed) {
        return switch (InputText.read(typed, LIMIT)) {
            case Parsed.Bad<String> bad -> new Parsed.Bad<>(bad.messageKey(), bad.args());
            case Parsed.Good<String>(String clean) when clean.isEmpty() -> Parsed.bad("identity.plate.missing");
            case Parsed.Good<String>(String clean) -> split(folded(clean));
        };
    }

    static Parsed<Plate> parse(String place, String classNumber, String kana, String serial) {
        for (String field : new String[] {place, classNumber, kana, serial}) {
            if (InputText.read(field, LIMIT) instanceof Parsed.Bad<String> bad) {
                return new Parsed.Bad<>(bad.messageKey(), bad.args());
            }
        }
        String where = folded(place);
        var found = PlatePlaces.atStart(where);
        if (where.isEmpty()) {
            return Parsed.bad("identity.plate.place.missing");
        }
        if (found.isEmpty() || found.get().length() != where.length()) {
            return Parsed.bad("identity.plate.place.unknown", where);
        }
        if (kana.isBlank()) {
            return Parsed.bad("identity.plate.kana.missing");
        }
        return assemble(found.get().place(), folded(classNumber), folded(kana), folded(serial));
    }

    static Parsed<PlateNumber> number(String typed) {
        return switch (InputText.read(typed, LIMIT)) {
            case Parsed.Bad<String> bad -> new Parsed.Bad<>(bad.messageKey(), bad.args());
            case Parsed.Good<String>(String clean) ->
                switch (serial(folded(clean))) {
                    case Parsed.Bad<String> bad -> new Parsed.Bad<>(bad.messageKey(), bad.args());
                    case Parsed.Good<String>(String digits) -> Parsed.good(new PlateNumber(digits));
                };
        };
    }

    static String display(Plate plate) {
        return plate.place()
                + (plate.classNumber().isEmpty() ? "" : " " + plate.classNumber())
                + " " + plate.kana() + " " + display(plate.serial());
    }

    /** A serial as plates show it, dots for the digits it has not. */
    static String display(String serial) {
        String dots = "・".repeat(4 - serial.length()) + serial;
        return serial.length() < 3 ? dots : dots.substring(0, 2) + "-" + dots.substring(2);
    }

    /** Half width, upper case, hiragana, one kind of hyphen and dot, no spaces. */
    private static String folded(String text) {
        String upper = Kana.hiragana(NameRules.width(text)).toUpperCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(upper.length());
        for (int i = 0; i < upper.length(); i++) {
            char c = upper.charAt(i);
            if (HYPHENS.indexOf(c) >= 0) {
                folded.append('-');
            } else if (DOTS.indexOf(c) >= 0) {
                folded.append('・');
            } else if (!Character.isSpaceChar(c) && !Character.isWhitespace(c)) {
                folded.append(c);
            }
        }
        return folded.toString();
    }

    private static Parsed<Plate> split(String text) {
        String front = LIGHT_MOTORCYCLE.matcher(text).matches() ? text.substring(0, 1) : "";
        String rest = text.substring(front.length());
        var found = PlatePlaces.atStart(rest);
        if (found.isEmpty()) {
            String start = FROM_NUMBER_ON.matcher(rest).replaceFirst("");
            return NO_PLACE.matcher(start).matches()
                    ? Parsed.bad("identity.plate.place.missing")
                    : Parsed.bad("identity.plate.place.unknown", start);
        }
        String behind =
                MARKS_BEFORE.matcher(rest.substring(found.get().length())).replaceFirst("");
        Matcher kana = WITH_KANA.matcher(behind);
        Matcher letter = WITH_LETTER.matcher(behind);
        Matcher m = kana.matches() ? kana : letter;
        if (m == letter && !letter.matches()) {
            return Parsed.bad("identity.plate.kana.missing");
        }
        String number = MARKS_AFTER.matcher(m.group(1)).replaceFirst("");
        if (!front.isEmpty() && !number.isEmpty()) {
            return Parsed.bad("identity.plate.class.twice", front, number);
        }
        return assemble(found.get().place(), front + number, m.group(2), m.group(3));
    }

    private static Parsed<Plate> assemble(String place, String classNumber, String kana, String serial) {
        if (!CLASS.matcher(classNumber).matches()) {
            return Parsed.bad(
                    CLASS_OF_ANY_LETTER.matcher(classNumber).matches()
                            ? "identity.plate.class.letter"
                            : "identity.plate.class.form",
                    classNumber);
        }
        if (NEVER.contains(kana)) {
            return Parsed.bad("identity.plate.kana.never", kana);
        }
        if (kana.length() != 1 || (KANA + FORCES).indexOf(kana.charAt(0)) < 0) {
            return Parsed.bad("identity.plate.kana.unknown", kana);
        }
        return switch (serial(serial)) {
            case Parsed.Bad<String> bad -> new Parsed.Bad<>(bad.messageKey(), bad.args());
            case Parsed.Good<String>(String digits) -> Parsed.good(new Plate(place, classNumber, kana, digits));
        };
    }

    /** The digits of a serial without leading zeros. */
    private static Parsed<String> serial(String serial) {
        String shown = HYPHENS_BEFORE.matcher(serial.replace("・", "")).replaceFirst("");
        if (shown.replace("-", "").isEmpty()) {
            return Parsed.bad("identity.plate.serial.missing");
        }
        if (!SERIAL.matcher(shown).matches()) {
            return Parsed.bad("identity.plate.serial.form", shown);
        }
        String digits = ZEROS_BEFORE.matcher(shown.replace("-", "")).replaceFirst("");
        return digits.isEmpty() ? Parsed.bad("identity.plate.serial.form", shown) : Parsed.good(digits);
    }
}
