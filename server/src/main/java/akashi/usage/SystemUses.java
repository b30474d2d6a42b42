package akashi.usage;

import akashi.tlog.Entry;
import akashi.tlog.OwnEntries;
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
