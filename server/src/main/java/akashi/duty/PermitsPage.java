package akashi.duty;

import akashi.web.Page;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The exceptions, and where one is asked for. */
record PermitsPage(
        List<Row> permits,
        List<Incompatible> incompatibles,
        Form form,
        LocalDate today,
        boolean mayRequest,
        @Nullable String error)
        implements Page {
    private static final int UNPROCESSABLE = 422;

    /** An exception in words; {@code mayDecide} says whether the viewer may. */
    record Row(Permit permit, String person, String requester, String decider, boolean mayDecide, boolean mayEnd) {}

    /** As typed. */
    record Form(
            String incompatible,
            String staffNumber,
            String subject,
            String reason,
            String measures,
            String from,
            String lastDay) {}

    @Override
    public String template() {
        return "duty/permits";
    }

    @Override
    public String title() {
        return "duty.permits.title";
    }

    @Override
    public int status() {
        return error == null ? 200 : UNPROCESSABLE;
    }
}
