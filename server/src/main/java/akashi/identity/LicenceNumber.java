package akashi.identity;

/**
 * The number on a driver licence (運転免許証番号).
 *
 * @param value twelve digits
 */
public record LicenceNumber(String value) {
    /** Reads it with full-width characters, spaces and hyphens. */
    public static Parsed<LicenceNumber> parse(String text) {
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
