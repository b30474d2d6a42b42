package akashi.tlog;

/**
 * An entry is not known to stand on the log, or the log cannot be written at all: it is another program's, out of reach
 * or closed. Whether the entry was stored after all is open, unless nothing was tried.
 */
public final class NotWritten extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotWritten(String message) {
        super(message);
    }

    NotWritten(String message, Throwable cause) {
        super(message, cause);
    }
}
