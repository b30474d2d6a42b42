package akashi.terminal;

/** A request for a page came from a device that is not registered. */
final class UnknownTerminal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownTerminal() {
        super("unregistered terminal", null, false, false);
    }
}
