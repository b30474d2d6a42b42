package akashi.enrolment;

import akashi.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * One person's account, with what the viewer may do.
 *
 * @param mayCode whether the viewer may issue a code
 * @param mayClose whether the viewer may close the account
 * @param code a code made just now, shown once, or null
 * @param expires until when it can be used, or null
 * @param error message key of what was wrong, or null
 */
record HolderPage(
        RegisterRow row,
        boolean mayCode,
        boolean mayClose,
        @Nullable String code,
        @Nullable String expires,
        @Nullable String error)
        implements Page {
    private static final int UNPROCESSABLE = 422;

    @Override
    public String template() {
        return "enrolment/holder";
    }

    @Override
    public String title() {
        return "enrolment.holder.title";
    }

    @Override
    public int status() {
        return error == null ? 200 : UNPROCESSABLE;
    }
}
