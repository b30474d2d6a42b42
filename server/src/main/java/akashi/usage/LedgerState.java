package akashi.usage;

import akashi.tlog.Watch;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How this node's ledger stands, for the line at the foot of each page.
 *
 * @param size entries that are durable
 * @param signed time of the last signed checkpoint, null before the first
 * @param writing whether the last attempt to write succeeded
 * @param watched how it is watched from outside
 */
public record LedgerState(
        String origin, long size, @Nullable Instant signed, boolean writing, Watch.Standing watched) {}
