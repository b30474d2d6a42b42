package akashi.enrolment;

import akashi.web.Page;
import java.util.List;

/**
 * The register of accounts of a unit.
 *
 * @param unit code of the unit shown
 * @param units those the viewer may look at
 */
record RegisterPage(String unit, List<Choice> units, List<RegisterRow> rows) implements Page {
    RegisterPage {
        units = List.copyOf(units);
        rows = List.copyOf(rows);
    }

    /** A unit's code and name. */
    record Choice(String code, String name) {}

    @Override
    public String template() {
        return "enrolment/register";
    }

    @Override
    public String title() {
        return "enrolment.register.title";
    }
}
