package akashi.matching;

import akashi.document.RecordId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A full comparison (全件突合): every record of every kind that has counterparts, once.
 *
 * @param by who ordered it: a staff number, or the job's name at night
 * @param total records there were when it began
 * @param place the last record compared; it goes on behind it
 */
record Run(
        long seq,
        String by,
        Instant startedAt,
        int total,
        int done,
        int proposed,
        Place place,
        @Nullable Instant endedAt) {
    /** How far it has come; empty texts and null before the first record. */
    record Place(
            String operation, String document, @Nullable RecordId record) {}

    /** Hundredths done. */
    int percent() {
        return endedAt != null || total == 0 ? 100 : Math.min(99, (int) (100L * done / total));
    }
}
