package akashi.reading;

import akashi.operation.OperationVersion;
import akashi.web.Page;

/**
 * Asks for what a document is to be read, before anything is looked up. It looks the same whether or not there is such
 * a document.
 */
record PurposePage(OperationVersion operation, String number, String path, String title) implements Page {
    @Override
    public String template() {
        return "reading/purpose";
    }
}
