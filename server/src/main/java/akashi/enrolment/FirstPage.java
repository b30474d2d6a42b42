package akashi.enrolment;

import akashi.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which the first account is opened by two codes.
 *
 * @param staffNumber as typed before, empty at first
 * @param shortest fewest characters of a password
 * @param errors message keys of what was wrong, empty at first
 * @param until end of a lock-out as shown, or null
 * @param closed whether nothing can be typed, because the codes are too old
 */
record FirstPage(
        String staffNumber,
        int shortest,
        List<String> errors,
        @Nullable String until,
        boolean closed,
        int status) implements Page {
    FirstPage {
        errors = List.copyOf(errors);
    }

    /** What an error's message is filled with. */
    Object filling() {
        return until == null ? shortest : until;
    }

    @Override
    public String template() {
        return "enrolment/first";
    }

    @Override
    public String title() {
        return "enrolment.first.title";
    }
}
