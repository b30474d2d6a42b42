package akashi.usage;

import akashi.web.Page;
import java.util.List;

/** One entry of one's own, in plain words. */
record EntryPage(PastUse use) implements Page {
    @Override
    public String template() {
        return "usage/entry";
    }

    @Override
    public String title() {
        return "usage.entry.title";
    }

    @Override
    public List<Object> titleArgs() {
        return List.of(use.proved().number());
    }
}
