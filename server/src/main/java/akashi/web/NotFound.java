package akashi.web;

/** What was asked for is not there, or not for this person: one answer for both, because existence is information. */
public final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotFound() {
        super("not found", null, false, false);
    }
}
