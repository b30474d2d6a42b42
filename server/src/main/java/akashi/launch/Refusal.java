package akashi.launch;

/** Why a command cannot be carried out, as a sentence for the person at the terminal. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** Not started because of what was asked or found (exit status 1). */
    Refusal(String sentence) {
        this(sentence, 1);
    }

    private Refusal(String sentence, int status) {
        super(sentence, null, false, false);
        this.status = status;
    }

    /** The command line itself is wrong (exit status 2). */
    static Refusal usage(String sentence) {
        return new Refusal(sentence, 2);
    }

    int status() {
        return status;
    }
}
