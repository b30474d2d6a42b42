package akashi.tlog;

/** What is stored together is stored as a whole. */
final class Whole {
    private Whole() {}

    /** Refuses a statement that stored another number of rows than it was given. */
    static void stored(String what, int given, int stored) {
        if (given != stored) {
            throw new IllegalStateException("Of " + given + " " + what + " " + stored + " were stored");
        }
    }
}
