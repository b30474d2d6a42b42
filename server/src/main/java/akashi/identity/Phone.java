package akashi.identity;

/**
 * A telephone number (電話番号).
 *
 * @param value 0177231234, or +8210… for other countries
 */
public record Phone(String value) {
    /** Reads it with full-width characters, spaces and hyphens. */
    public static Parsed<Phone> parse(String text) {
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
