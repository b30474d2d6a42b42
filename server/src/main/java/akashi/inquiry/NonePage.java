package akashi.inquiry;

import akashi.usage.Proved;
import akashi.web.Page;

/** None of the candidates is the one asked for; the choice is on the ledger. */
record NonePage(String number, Proved proved) implements Page {
    @Override
    public String template() {
        return "inquiry/none";
    }

    @Override
    public String title() {
        return "inquiry.choice.none.title";
    }
}
