package akashi.entitlement;

import akashi.web.Page;
import java.time.LocalDate;
import java.util.List;

/** The questions about unused rights that the viewer may see. */
record UnusedPage(List<Row> rows, LocalDate today) implements Page {
    /** A question in words; {@code right} says what the grant gives, empty once it is gone. */
    record Row(Unused unused, String unit, String person, String right, String act, String scope, boolean mayAnswer) {}

    @Override
    public String template() {
        return "entitlement/unused";
    }

    @Override
    public String title() {
        return "entitlement.unused.title";
    }
}
