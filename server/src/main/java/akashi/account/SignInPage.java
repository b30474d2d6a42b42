package akashi.account;

import akashi.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sign-in page.
 *
 * @param staffNumber as typed before, empty at first
 * @param error message key of what went wrong, or null
 * @param errorArgs what that message is filled with
 * @param end message key that says why the session before ended, or null
 * @param form a form to be kept, or null
 * @param first whether the first account can be opened by codes
 */
record SignInPage(
        String staffNumber,
        @Nullable String error,
        List<Object> errorArgs,
        @Nullable String end,
        @Nullable KeptForm form,
        boolean first,
        int status)
        implements Page {
    SignInPage {
        errorArgs = List.copyOf(errorArgs);
    }

    @Override
    public String template() {
        return "account/sign-in";
    }

    @Override
    public String title() {
        return form == null ? "account.sign-in.title" : "account.sign-in.again";
    }
}
