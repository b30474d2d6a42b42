package akashi.enrolment;

import akashi.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which somebody opens the own account by the code handed over.
 *
 * @param staffNumber as typed before, empty at first
 * @param shortest fewest characters of a password
 * @param errors message keys of what was wrong, empty at first
 * @param until end of a lock-out as shown, or null
 */
record OpenPage(
        String staffNumber,
        int shortest,
        List<String> errors,
        @Nullable String until,
        int status) implements Page {
    OpenPage {
        errors = List.copyOf(errors);
    }

    /** What an error's message is filled with. */
    Object filling() {
        return until == null ? shortest : until;
    }

    @Override
    public String template() {
        return "enrolment/open";
    }

    @Override
    public String title() {
        return "enrolment.open.title";
    }
}
