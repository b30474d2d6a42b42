package akashi.access;

import akashi.web.Page;
import java.util.List;

/** The rights of the person looking. */
record MyRightsPage(List<RightsRegister.Row> rows) implements Page {
    MyRightsPage {
        rows = List.copyOf(rows);
    }

    @Override
    public String template() {
        return "access/mine";
    }

    @Override
    public String title() {
        return "access.mine.title";
    }
}
