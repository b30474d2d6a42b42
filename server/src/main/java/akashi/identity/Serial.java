package akashi.identity;

/**
 * A number stamped or printed on a thing: chassis number (車台番号), article number (物品番号), bicycle registration number
 * (防犯登録番号).
 *
 * @param written as typed, trimmed
 * @param canonical half-width, upper case, without separators
 */
public record Serial(String written, String canonical) {
    /** Reads one; refuses what holds no letter or digit. */
    public static Parsed<Serial> parse(String text) {
        return Parsed.bad("identity.unread");
    }
}
