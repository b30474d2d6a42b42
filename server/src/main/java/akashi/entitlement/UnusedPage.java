package akashi.entitlement;

import akashi.web.Page;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The questions about unused rights that the viewer may see. */
record UnusedPage(List<Row> rows, LocalDate today, @Nullable Unsettled unsettled) implements Page {
    private static final int UNPROCESSABLE = 422;

    /** A question in words; {@code right} says what the grant gives, empty once it is gone. */
    record Row(Unused unused, String unit, String person, String right, String act, String scope, boolean mayAnswer) {}

    /** The reason as it was typed for this question, to be mended. */
    String why(long question) {
        return unsettled != null && unsettled.about(question) ? unsettled.why() : "";
    }

    @Override
    public int status() {
        return unsettled == null ? 200 : UNPROCESSABLE;
    }

    @Override
    public String template() {
        return "entitlement/unused";
    }

    @Override
    public String title() {
        return "entitlement.unused.title";
    }
}
