package akashi.document;

import akashi.operation.OperationVersion;
import java.util.List;

/**
 * A document with one version of what it says, the definition that version was written under, and its files in the
 * order in which they were added.
 */
public record Sheet(OpenDocument document, Step step, OperationVersion writtenUnder, List<Attachment> files) {
    public Sheet {
        files = List.copyOf(files);
    }

    /** What it says. */
    public RecordContent content() {
        return RecordContent.of(document.head(), step);
    }
}
