package akashi.matching;

import akashi.usage.Proved;
import akashi.web.Page;
import java.util.List;

/** A registration that came after an inquiry (遅延照合), for the unit that asked. */
record HitPage(DelayedHit hit, SideView record, String asker, Proved proof) implements Page {
    @Override
    public String template() {
        return "matching/hit";
    }

    @Override
    public String title() {
        return "matching.hit.title";
    }

    @Override
    public List<Object> titleArgs() {
        return List.of(hit.inquiry());
    }
}
