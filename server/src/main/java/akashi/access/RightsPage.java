package akashi.access;

import akashi.web.Page;
import java.util.List;
import java.util.Set;

/**
 * The register of rights.
 *
 * @param unit code of the unit shown
 * @param operation code of the operation shown, empty for all
 * @param cut whether more rows exist than are shown
 * @param revocable operations in which the viewer may revoke
 * @param mayGrant whether the viewer may grant or stop anything
 */
record RightsPage(
        String unit,
        String operation,
        Choices choices,
        List<RightsRegister.Row> rows,
        boolean cut,
        List<RightsRegister.Individual> individual,
        Set<String> revocable,
        boolean mayGrant)
        implements Page {
    RightsPage {
        rows = List.copyOf(rows);
        individual = List.copyOf(individual);
        revocable = Set.copyOf(revocable);
    }

    /** A code and its name, for a select. */
    record Choice(String code, String name) {}

    /** What can be filtered by. */
    record Choices(List<Choice> units, List<Choice> operations) {
        Choices {
            units = List.copyOf(units);
            operations = List.copyOf(operations);
        }
    }

    @Override
    public String template() {
        return "access/rights";
    }

    @Override
    public String title() {
        return "access.rights.title";
    }
}
