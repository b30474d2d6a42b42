package akashi.operation;

import akashi.web.Page;
import java.util.List;

/** The register of target operations (対象業務). */
record OperationsPage(List<Row> rows) implements Page {
    /**
     * One operation in force.
     *
     * @param section name of the managing section; empty where the organisation does not know it
     */
    record Row(OperationVersion version, String section) {
        Definition definition() {
            return version.definition();
        }
    }

    @Override
    public String template() {
        return "operation/list";
    }

    @Override
    public String title() {
        return "operation.list.title";
    }
}
