package akashi.improvement;

import akashi.web.Page;
import java.util.List;

/** The operations whose real use the viewer may look at. */
record ImprovementListPage(List<ImprovementPage.Choice> operations) implements Page {
    ImprovementListPage {
        operations = List.copyOf(operations);
    }

    @Override
    public String template() {
        return "improvement/list";
    }

    @Override
    public String title() {
        return "improvement.list.title";
    }
}
