package akashi.identity;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The number on a driver licence (運転免許証番号): two digits of the public safety commission (公安委員会), two of the year, six of
 * issue, a check digit, and how often it was issued again.
 *
 * @param value twelve digits
 */
public record LicenceNumber(String value) {
    /** Codes of the public safety commissions; 10–14 are those of Hokkaido, 20 is Aomori. */
    private static final Set<String> COMMISSIONS = Stream.of(
                    "00 10 11 12 13 14 20 21 22 23 24 25 30 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55",
                    "60 61 62 63 64 65 70 71 72 73 74 80 81 82 83 90 91 92 93 94 95 96 97")
            .flatMap(codes -> Stream.of(codes.split(" ", -1)))
            .collect(Collectors.toUnmodifiableSet());

    private static final int[] WEIGHTS = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};

    public LicenceNumber {
        if (!value.matches("[0-9]{12}")) {
            throw new IllegalArgumentException(
                    "a licence number has twelve digits, not " + value.length() + " characters");
        }
    }

    /** Reads it with full-width characters, spaces and hyphens; refuses a commission that does not exist. */
    public static Parsed<LicenceNumber> parse(String text) {
        return switch (Digits.folded(text)) {
            case Parsed.Bad<String> bad -> new Parsed.Bad<>(bad.messageKey(), bad.args());
            case Parsed.Good<String>(String clean) ->
                read(clean.replaceFirst("^第", "").replaceFirst("号$", ""));
        };
    }

    private static Parsed<LicenceNumber> read(String text) {
        if (text.isEmpty()) {
            return Parsed.bad("identity.licence.missing");
        }
        if (!text.matches("[0-9]+")) {
            return Parsed.bad("identity.licence.character", text);
        }
        if (text.length() != 12) {
            return Parsed.bad("identity.licence.length", Integer.toString(text.length()));
        }
        String commission = text.substring(0, 2);
        return COMMISSIONS.contains(commission)
                ? Parsed.good(new LicenceNumber(text))
                : Parsed.bad("identity.licence.commission", commission);
    }

    /**
     * Whether the eleventh digit is the one of the rule that is commonly told (weights 5 4 3 2 7 6 5 4 3 2, modulus
     * 11). No official publication confirms that rule, so a number is never refused for it; a form may ask to look
     * again.
     */
    public boolean checkDigitFits() {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (value.charAt(i) - '0');
        }
        return (11 - sum % 11) % 10 == value.charAt(10) - '0';
    }

    /** The storable, comparable form. */
    public String canonical() {
        return value;
    }

    /** As on the card, twelve digits in one piece. */
    public String display() {
        return value;
    }
}
