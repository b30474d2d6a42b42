package akashi.account;

/**
 * An attempt to sign in.
 *
 * @param staffNumber as typed, without surrounding space
 * @param device where it is made
 * @param address network address it comes from
 * @param channel {@code page} or {@code api}
 */
record Attempt(String staffNumber, String password, Device device, String address, String channel) {
    private static final int LONGEST = 32;

    Attempt {
        staffNumber = staffNumber.strip();
    }

    /** The number under which failures are counted: never longer than a real one could be. */
    String counted() {
        return staffNumber.isEmpty() ? "-" : staffNumber.substring(0, Math.min(LONGEST, staffNumber.length()));
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
