package akashi.identity;

/**
 * The number on a residence card (在留カード番号) or special permanent resident certificate.
 *
 * @param value two letters, eight digits, two letters: {@code AB12345678CD}
 */
public record ResidenceCardNumber(String value) {
    public ResidenceCardNumber {
        if (!value.matches("[A-Z]{2}[0-9]{8}[A-Z]{2}")) {
            throw new IllegalArgumentException("no residence card number of " + value.length() + " characters");
        }
    }

    /** Reads it with full-width characters, small letters, spaces and hyphens. */
    public static Parsed<ResidenceCardNumber> parse(String text) {
        return switch (Digits.folded(text)) {
            case Parsed.Bad<String> bad -> new Parsed.Bad<>(bad.messageKey(), bad.args());
            case Parsed.Good<String>(String clean) when clean.isEmpty() -> Parsed.bad("identity.card.missing");
            case Parsed.Good<String>(String clean)
            when clean.length() != 12 -> Parsed.bad("identity.card.length", clean, Integer.toString(clean.length()));
            case Parsed.Good<String>(String clean)
            when !clean.matches("[A-Z]{2}[0-9]{8}[A-Z]{2}") -> Parsed.bad("identity.card.form", clean);
            case Parsed.Good<String>(String clean) -> Parsed.good(new ResidenceCardNumber(clean));
        };
    }

    /** The storable, comparable form. */
    public String canonical() {
        return value;
    }

    /** As on the card. */
    public String display() {
        return value;
    }
}
