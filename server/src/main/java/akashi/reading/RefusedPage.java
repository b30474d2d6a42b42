package akashi.reading;

import akashi.access.Decision;
import akashi.web.Page;

/** A refusal with every condition, so that the person knows what to do. */
public record RefusedPage(Decision.Refuse decision) implements Page {
    @Override
    public String template() {
        return "reading/refused";
    }

    @Override
    public String title() {
        return "reading.refused.title";
    }

    @Override
    public int status() {
        return 403;
    }
}
