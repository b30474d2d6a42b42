package akashi.document;

import akashi.organization.UnitId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One step of a document's life and what it said from then on. Steps are added, never changed. */
public record Step(
        RecordId record,
        int version,
        Kind kind,
        String operationVersion,
        Standing standing,
        String state,
        boolean counts,
        Body body,
        Instant at,
        By by,
        String reason,
        @Nullable String ending,
        String sourceForm) {
    /** What was done. */
    public enum Kind {
        REGISTER,
        CORRECT,
        CONFIRM,
        RETURN,
        WITHDRAW,
        TRANSIT,
        END,
        SEAL,
        IMPORT
    }

    /** Who did it, as they stood then; {@code person} is null for a named background job. */
    public record By(@Nullable UUID person, String staffNumber, String post, UnitId unit) {}
}
