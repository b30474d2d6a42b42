package akashi.emergency;

import akashi.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The openings the viewer may see, and where one is made. */
record EmergenciesPage(
        List<Row> rows,
        List<Choice> operations,
        long minutes,
        boolean mayOpen,
        List<String> chosen,
        String reason,
        String caseReference,
        @Nullable String error)
        implements Page {
    private static final int UNPROCESSABLE = 422;

    /** An opening in words. */
    record Row(Glass glass, String person, String unit, boolean open) {}

    /** An operation to choose. */
    record Choice(String code, String name) {}

    @Override
    public String template() {
        return "emergency/list";
    }

    @Override
    public String title() {
        return "emergency.title";
    }

    @Override
    public int status() {
        return error == null ? 200 : UNPROCESSABLE;
    }
}
