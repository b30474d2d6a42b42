package akashi.record;

import akashi.web.Page;

/** Somebody else was faster, or the document is not in a state for this: nothing was changed, and which way is open. */
record StalePage(String messageKey, String operation, String number) implements Page {
    @Override
    public String template() {
        return "record/stale";
    }

    @Override
    public String title() {
        return "record.stale.title";
    }

    @Override
    public int status() {
        return 409;
    }
}
