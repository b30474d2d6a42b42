package akashi.web;

/**
 * Something Akashi cannot answer without is out of reach (database, usage log). Shown as 503 with advice to try again;
 * nothing that was asked has been shown.
 */
public class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unavailable(String what, Throwable cause) {
        super(what, cause);
    }

    public Unavailable(String what) {
        super(what);
    }

    /** Which text tells of it: message keys begin with {@code error.KIND}. */
    public String kind() {
        return "unavailable";
    }
}
