package akashi.account;

import akashi.web.Page;
import java.util.List;

/**
 * The page to change one's password.
 *
 * @param shortest fewest characters of a new one
 * @param errors message keys of what was wrong, empty at first
 */
record PasswordPage(int shortest, List<String> errors) implements Page {
    private static final int UNPROCESSABLE = 422;

    PasswordPage {
        errors = List.copyOf(errors);
    }

    @Override
    public String template() {
        return "account/password";
    }

    @Override
    public String title() {
        return "account.password.title";
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : UNPROCESSABLE;
    }
}
