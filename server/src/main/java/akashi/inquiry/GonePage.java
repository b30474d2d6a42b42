package akashi.inquiry;

import akashi.usage.Proved;
import akashi.web.Page;

/** The record of a hit answers no longer. */
record GonePage(Hit hit, Proved proved) implements Page {
    @Override
    public String template() {
        return "inquiry/gone";
    }

    @Override
    public String title() {
        return "inquiry.gone.title";
    }

    @Override
    public int status() {
        return 410;
    }
}
