package akashi.entitlement;

/**
 * An answer that was not taken, with what stood in its form.
 *
 * @param message message key of why, and how to go on
 * @param number what it was about; 0 for something new
 */
record Unsettled(String message, long number, String why) {
    /** Whether it was about this one. */
    boolean about(long other) {
        return number > 0 && number == other;
    }
}
