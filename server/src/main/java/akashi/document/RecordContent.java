package akashi.document;

import akashi.operation.OperationCode;
import akashi.organization.UnitId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document says at one version (内容照会).
 *
 * @param operationVersion hash of the definition it was written under; labels and code lists are read from that one
 * @param latest number of the newest version; greater than {@code version} where this is an earlier one or where a
 *     correction waits for confirmation
 * @param counts whether this version answers inquiries
 * @param heldFrom since when the system held this version
 * @param sourceForm number of the paper it was entered from (原票)
 * @param ending the reason code it ended by
 */
public record RecordContent(
        RecordId id,
        OperationCode operation,
        String operationVersion,
        String documentType,
        String number,
        UnitId unit,
        Standing standing,
        String state,
        boolean sealed,
        int version,
        int latest,
        boolean counts,
        Instant heldFrom,
        Values values,
        List<CautionNote> cautions,
        String sourceForm,
        @Nullable String ending) {
    public RecordContent {
        cautions = List.copyOf(cautions);
    }

    /** What a document says at one of its steps. */
    public static RecordContent of(Head head, Step step) {
        return new RecordContent(
                head.id(),
                head.operation(),
                step.operationVersion(),
                head.documentType(),
                head.number(),
                head.unit(),
                step.standing(),
                step.state(),
                head.sealed(),
                step.version(),
                head.version(),
                step.counts(),
                step.at(),
                step.body().values(),
                step.body().cautions(),
                step.sourceForm(),
                step.ending());
    }
}
