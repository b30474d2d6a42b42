package akashi.usage;

import akashi.calendar.Ids;
import akashi.tlog.Entry;
import akashi.tlog.LeafTime;
import akashi.tlog.OwnEntries;
import akashi.tlog.StoredLogs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Uses whose entries nobody waits for: acts of the ledger itself, and counts of failures that were repeated. Without
 * the application around it, it writes the former and counts nothing.
 */
@Component
public final class SystemUses implements OwnEntries {
    private final RepeatedFailures repeated = new RepeatedFailures();

    @Override
    public Entry about(String act, String part, Map<String, String> facts) {
        Use use = Use.of(act, Actor.system(part));
        for (var fact : facts.entrySet()) {
            use = use.stating(fact.getKey(), fact.getValue());
        }
        return Leaves.entry(use, null);
    }

    /**
     * Leaves an act of the system itself for the node of a ledger to place, from a program beside that node; committed
     * when this returns.
     *
     * @param use without a private part
     */
    public void leave(StoredLogs logs, int log, Use use, Clock clock) {
        Instant now = LeafTime.truncated(clock.instant());
        logs.leave(log, Ids.next(clock), now, Leaves.entry(use, now));
    }

    @Override
    public void due(Instant now, Predicate<Entry> offer) {
        repeated.due(now, use -> offer.test(Leaves.entry(use, null)));
    }

    /** Whether this failure gets an entry of its own; otherwise it is counted. */
    boolean opens(Use use, String source, Instant now, Duration window) {
        return repeated.opens(use, source, now, window);
    }

    /** Forgets a window whose first entry could not be written. */
    void failed(Use use, String source) {
        repeated.failed(use, source);
    }
}
