package akashi.procedure;

import akashi.web.Page;
import java.util.List;

/** What checking a definition came to, as a part of the form that is replaced while somebody types. */
record CheckedPage(List<Sight.Said> faults, List<String> differences) implements Page {
    CheckedPage {
        faults = List.copyOf(faults);
        differences = List.copyOf(differences);
    }

    @Override
    public String template() {
        return "procedure/checked";
    }

    @Override
    public String title() {
        return "procedure.form.title";
    }
}
