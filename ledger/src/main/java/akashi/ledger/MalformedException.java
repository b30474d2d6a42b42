package akashi.ledger;

/** Input that does not follow its published format. The message names the fault and never repeats the input. */
public final class MalformedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    MalformedException(String message) {
        super(message);
    }
}
