package akashi.identity;

/** Reads and writes dates with unknown parts. */
final class DateText {
    private DateText() {}

    static Parsed<PartialDate> parse(String text) {
        return Parsed.bad("identity.date.unread", text.length());
    }

    static String display(PartialDate date) {
        return date.canonical();
    }
}
