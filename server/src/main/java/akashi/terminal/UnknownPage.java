package akashi.terminal;

import akashi.web.Page;

/** Says that this device is not registered, and nothing else. */
record UnknownPage() implements Page {
    private static final int FORBIDDEN = 403;

    @Override
    public String template() {
        return "terminal/unknown";
    }

    @Override
    public String title() {
        return "terminal.unknown.title";
    }

    @Override
    public int status() {
        return FORBIDDEN;
    }
}
