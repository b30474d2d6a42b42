package akashi.identity;

/**
 * The number on a residence card (在留カード番号).
 *
 * @param value AB12345678CD
 */
public record ResidenceCardNumber(String value) {
    /** Reads it with full-width characters, spaces and hyphens. */
    public static Parsed<ResidenceCardNumber> parse(String text) {
        return Parsed.bad("identity.unread");
    }

    /** The storable, comparable form. */
    public String canonical() {
        return value;
    }

    /** As people write it. */
    public String display() {
        return value;
    }
}
