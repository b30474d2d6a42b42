package akashi.duty;

import akashi.organization.Span;
import akashi.web.Page;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is responsible in one line of command on a date, and where nobody is. */
record DutiesPage(
        Role.Line line,
        LocalDate date,
        boolean today,
        List<RoleRow> roles,
        List<Gap> gaps,
        List<Incompatible> incompatibles,
        List<String> conflicts,
        boolean mayAppoint,
        boolean maySeePermits,
        @Nullable Refused refused)
        implements Page {
    private static final int UNPROCESSABLE = 422;

    /** A role with everybody who holds it. */
    record RoleRow(Role role, List<HolderRow> holders) {}

    /**
     * One appointment, or what follows from a rule.
     *
     * @param number 0 where it follows from a rule and cannot be ended here
     * @param place post, or empty for a person named
     * @param people who acts; nobody where the post is vacant
     * @param standIn who acts instead, empty where nobody needs to
     */
    record HolderRow(
            long number,
            String unit,
            String place,
            List<String> people,
            String standIn,
            int deputy,
            String document,
            @Nullable Span span) {}

    /** An end that was not entered, with what stood in its form. */
    record Refused(String message, long appointment, String lastDay, String document) {}

    /** What stood in the form of this appointment, or null. */
    @Nullable Refused refused(long appointment) {
        return refused != null && appointment > 0 && refused.appointment() == appointment ? refused : null;
    }

    /** A role nobody holds. */
    record Gap(Role role, String unit) {}

    List<Role.Line> lines() {
        return Arrays.asList(Role.Line.values());
    }

    @Override
    public String template() {
        return "duty/list";
    }

    @Override
    public String title() {
        return "duty.title";
    }

    @Override
    public int status() {
        return refused == null ? 200 : UNPROCESSABLE;
    }
}
