package akashi.retention;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Entries whose private parts must be kept although their time has come (保全).
 *
 * @param setBy staff number of who set it
 * @param lifted how it ended, or null while it is in force
 */
record Hold(
        int number,
        Ground ground,
        Scope scope,
        String reason,
        String paper,
        String setBy,
        Instant setAt,
        @Nullable Lifted lifted) {
    /** Why something must be kept (公文書管理法施行令 8条 and its like in the prefecture). */
    enum Ground {
        AUDIT,
        LITIGATION,
        APPEAL,
        DISCLOSURE,
        OTHER
    }

    /** Who lifted it, when, and on which paper. */
    record Lifted(String by, Instant at, String paper) {}
}
