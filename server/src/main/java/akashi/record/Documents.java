package akashi.record;

import akashi.access.Asker;
import akashi.document.Head;
import akashi.document.OpenDocument;
import akashi.document.RecordId;
import akashi.document.Step;
import akashi.operation.OperationCode;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gets documents for the module's own pages and changes; nothing that is hidden from the asker leaves here. */
@Component
class Documents {
    private final RecordSql records;
    private final Operations operations;
    private final Visibility visibility;

    Documents(RecordSql records, Operations operations, Visibility visibility) {
        this.records = records;
        this.operations = operations;
        this.visibility = visibility;
    }

    Optional<OpenDocument> open(RecordId id, Asker asker) {
        return records.head(id).filter(head -> visibility.shown(head, asker)).map(this::opened);
    }

    Optional<OpenDocument> open(OperationCode operation, String number, Asker asker) {
        return records.head(operation, number)
                .filter(head -> visibility.shown(head, asker))
                .map(this::opened);
    }

    /** The last step at an instant, whether or not it counted. */
    Optional<Step> at(RecordId id, Instant at) {
        return records.stepAt(id, at, false);
    }

    /** The definition a step was written under. */
    OperationVersion writtenUnder(Step step) {
        return operations
                .version(step.operationVersion())
                .orElseThrow(() -> new IllegalStateException(
                        "A version once used must stay readable: " + step.operationVersion()));
    }

    private OpenDocument opened(Head head) {
        Step latest = records.step(head.id(), head.version())
                .orElseThrow(() -> new IllegalStateException("A document must have its newest step: " + head.id()));
        OperationVersion version = operations
                .byCode(head.operation())
                .filter(v -> v.definition().document(head.documentType()).isPresent())
                .orElseGet(() -> writtenUnder(latest));
        return new OpenDocument(
                head,
                latest,
                version,
                version.definition()
                        .document(head.documentType())
                        .orElseThrow(() -> new IllegalStateException(
                                "Version " + version.hash() + " must know documents of type " + head.documentType())));
    }
}
