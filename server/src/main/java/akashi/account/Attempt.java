package akashi.account;

/**
 * An attempt to sign in, or to open an account.
 *
 * @param staffNumber as typed, without surrounding space
 * @param device where it is made
 * @param address network address it comes from
 * @param channel {@code page} or {@code api}
 */
public record Attempt(String staffNumber, String password, Device device, String address, String channel) {
    private static final int LONGEST = 32;

    public Attempt {
        staffNumber = staffNumber.strip();
    }

    /**
     * The number under which failures are counted: never longer than a real one could be, and without what no number
     * has and not every database stores.
     */
    String counted() {
        var plain = staffNumber
                .codePoints()
                .limit(LONGEST)
                .map(c -> Character.isLetterOrDigit(c) || (c > ' ' && c < 0x7F) ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return plain.isEmpty() ? "-" : plain.toString();
    }

    /** Where the attempt comes from, as failures of one source are counted. */
    String source() {
        var both = device.number() + "@" + address;
        return both.substring(0, Math.min(2 * LONGEST, both.length()));
    }

    @Override
    public String toString() {
        return "Attempt at " + device.number();
    }
}
