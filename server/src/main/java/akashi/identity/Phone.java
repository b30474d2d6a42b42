package akashi.identity;

import java.util.regex.Pattern;

/**
 * A telephone number (電話番号).
 *
 * @param value digits with the leading 0 for numbers of Japan, {@code 0177231234}; +, country code and digits for
 *     others
 */
public record Phone(String value) {
    private static final Pattern LAND = Pattern.compile("0[1-9][0-9]{8}");
    private static final Pattern LONG = Pattern.compile("0[256789]0[0-9]{8}|0800[0-9]{7}");
    private static final Pattern NO_LAND = Pattern.compile("0[256789]0.*");
    private static final Pattern MARKS = Pattern.compile("[()\\[\\].]");
    private static final Pattern COUNTRY_JAPAN = Pattern.compile("^(?:\\+|010|0010)81\\(?0?");
    private static final Pattern DIALLED_ABROAD = Pattern.compile("^010(?=[1-9])");
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]+");
    private static final Pattern ABROAD = Pattern.compile("\\+[1-9][0-9]{6,14}");

    public Phone {
        if (!national(value) && !ABROAD.matcher(value).matches()) {
            throw new IllegalArgumentException("no telephone number of " + value.length() + " characters");
        }
    }

    /**
     * Reads national numbers and those with +81 or another country code, with hyphens, brackets, spaces, full-width.
     */
    public static Parsed<Phone> parse(String text) {
        return switch (Digits.folded(text)) {
            case Parsed.Bad<String> bad -> new Parsed.Bad<>(bad.messageKey(), bad.args());
            case Parsed.Good<String>(String clean) -> read(MARKS.matcher(clean).replaceAll(""));
        };
    }

    private static Parsed<Phone> read(String text) {
        String number = DIALLED_ABROAD
                .matcher(COUNTRY_JAPAN.matcher(text).replaceFirst("0"))
                .replaceFirst("+");
        if (number.isEmpty()) {
            return Parsed.bad("identity.phone.missing");
        }
        if (!NUMBER.matcher(number).matches()) {
            return Parsed.bad("identity.phone.character", text);
        }
        if (!national(number) && !ABROAD.matcher(number).matches()) {
            return Parsed.bad(
                    number.startsWith("0") || number.startsWith("+")
                            ? "identity.phone.length"
                            : "identity.phone.areaCode",
                    text);
        }
        return Parsed.good(new Phone(number));
    }

    private static boolean national(String number) {
        return LONG.matcher(number).matches()
                || (LAND.matcher(number).matches() && !NO_LAND.matcher(number).matches());
    }

    /** The storable, comparable form. */
    public String canonical() {
        return value;
    }

    /**
     * Grouped where the length of the area code is certain: mobile, free dial, Tokyo, Osaka and Aomori; otherwise in
     * one piece.
     */
    public String display() {
        if (value.startsWith("+")) {
            return value;
        }
        if (value.length() == 11) {
            return grouped(value.startsWith("0800") ? 4 : 3, value.startsWith("0800") ? 3 : 4);
        }
        if (value.startsWith("0120") || value.startsWith("0570")) {
            return grouped(4, 3);
        }
        if (value.startsWith("03") || value.startsWith("06")) {
            return grouped(2, 4);
        }
        if (value.startsWith("0177")) {
            return grouped(3, 3);
        }
        return value.matches("017[2-68].*") ? grouped(4, 2) : value;
    }

    private String grouped(int area, int exchange) {
        return value.substring(0, area) + "-" + value.substring(area, area + exchange) + "-"
                + value.substring(area + exchange);
    }
}
