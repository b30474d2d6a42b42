package akashi.terminal;

import akashi.account.DeviceClass;
import akashi.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page for registering a terminal.
 *
 * @param units those in which one can stand
 * @param networkAddress whether the address is an IP address, else a name given by the site's proxy
 * @param error message key of what was wrong, or null
 */
record NewTerminalPage(
        TerminalForm form,
        List<Choice> units,
        boolean networkAddress,
        @Nullable String error) implements Page {
    private static final int UNPROCESSABLE = 422;

    NewTerminalPage {
        units = List.copyOf(units);
    }

    /** A unit's code and name. */
    record Choice(String code, String name) {}

    List<DeviceClass> classes() {
        return List.of(DeviceClass.values());
    }

    @Override
    public String template() {
        return "terminal/add";
    }

    @Override
    public String title() {
        return "terminal.new.title";
    }

    @Override
    public int status() {
        return error == null ? 200 : UNPROCESSABLE;
    }
}
