package akashi.inquiry;

import akashi.access.ConditionResult;
import akashi.usage.Proved;
import akashi.web.Page;
import java.util.List;

/** The asker may know that it is recorded, and no more. */
record ContentRefusedPage(Hit hit, List<ConditionResult> reasons, Proved proved) implements Page {
    ContentRefusedPage {
        reasons = List.copyOf(reasons);
    }

    @Override
    public String template() {
        return "inquiry/contentrefused";
    }

    @Override
    public String title() {
        return "inquiry.content.refused.title";
    }

    @Override
    public int status() {
        return 403;
    }
}
