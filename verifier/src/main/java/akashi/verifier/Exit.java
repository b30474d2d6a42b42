package akashi.verifier;

/** How the program ends. Scripts rely on these numbers. */
enum Exit {
    /** Everything asked for was checked and holds. */
    VERIFIED(0),
    /** Something was checked and does not hold. */
    FORGED(1),
    /** The call is wrong or a file cannot be read; nothing was checked. */
    USAGE(2),
    /** No key was given, so nothing is verified. */
    NO_KEY(3);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
