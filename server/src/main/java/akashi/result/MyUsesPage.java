package akashi.result;

import akashi.definition.Label;
import akashi.web.Page;
import java.util.List;
import java.util.Map;

/** What one asked and saw lately (自分の利用). */
record MyUsesPage(List<PastInquiry> uses, Map<String, Label> names) implements Page {
    MyUsesPage {
        uses = List.copyOf(uses);
        names = Map.copyOf(names);
    }

    @Override
    public String template() {
        return "result/mine";
    }

    @Override
    public String title() {
        return "inquiry.mine.title";
    }
}
