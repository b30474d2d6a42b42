package akashi.record;

import akashi.access.Decision;
import akashi.web.Page;

/** A refusal with every condition, so that the person knows what to do. */
record RefusedPage(Decision.Refuse decision) implements Page {
    @Override
    public String template() {
        return "record/refused";
    }

    @Override
    public String title() {
        return "record.refused.title";
    }

    @Override
    public int status() {
        return 403;
    }
}
