package akashi.reorganization;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import whose files were sent: looked at first, then applied or left.
 *
 * @param sentBy staff number, likewise {@code appliedBy}
 */
record KeptImport(
        long number,
        Instant sentAt,
        String sentBy,
        @Nullable Instant appliedAt,
        @Nullable String appliedBy) {}
