package akashi.inquiry;

import akashi.web.Page;

/** No such answer is open to this person: too old, asked on another server, or somebody else's. */
record ClosedPage() implements Page {
    @Override
    public String template() {
        return "inquiry/closed";
    }

    @Override
    public String title() {
        return "inquiry.closed.title";
    }

    @Override
    public int status() {
        return 404;
    }
}
