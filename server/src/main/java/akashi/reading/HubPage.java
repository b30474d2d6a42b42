package akashi.reading;

import akashi.operation.OperationVersion;
import akashi.web.Page;
import java.util.List;

/** What this person may do with records, operation by operation. */
record HubPage(List<Entry> entries) implements Page {
    /** An operation with what is open to this person. */
    record Entry(OperationVersion version, boolean register, boolean list, boolean content) {}

    HubPage {
        entries = List.copyOf(entries);
    }

    /** Whether there is anything this person may open by its number. */
    boolean opens() {
        return entries.stream().anyMatch(Entry::content);
    }

    @Override
    public String template() {
        return "reading/hub";
    }

    @Override
    public String title() {
        return "reading.hub.title";
    }
}
