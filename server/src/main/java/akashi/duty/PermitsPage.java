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
        @Nullable Refused refused)
        implements Page {
    private static final int UNPROCESSABLE = 422;

    /** An exception in words; {@code mayDecide} says whether the viewer may. */
    record Row(Permit permit, String person, String requester, String decider, boolean mayDecide, boolean mayEnd) {}

    /**
     * What was not done, with what stood in the form.
     *
     * @param permit number of the exception it was about; 0 for a new one
     */
    record Refused(String message, long permit, String why) {}

    /** The reason as it was typed for this exception, to be mended. */
    String why(long permit) {
        return refused != null && refused.permit() == permit ? refused.why() : "";
    }

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
        return refused == null ? 200 : UNPROCESSABLE;
    }
}
