package akashi.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A release of the program. */
record Release(
        long number,
        String version,
        String changes,
        String documents,
        String golden,
        String backOut,
        String writtenBy,
        Instant writtenAt,
        @Nullable String signedBy,
        @Nullable Instant signedAt,
        @Nullable Instant backedOutAt,
        @Nullable String backOutReason) {}
