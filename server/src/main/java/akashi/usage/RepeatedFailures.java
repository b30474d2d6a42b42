package akashi.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Counts failures that somebody could repeat at will, so that each source costs the ledger two entries in a window: the
 * first failure, and the number of the others. Counts live in memory; a crash loses the count, never the first entry.
 */
final class RepeatedFailures {
    /** Sources told apart at once; all others share one window for each act. */
    static final int SOURCES = 1000;

    private record Source(String act, String name) {}

    private record Window(Use last, Instant until, int more) {}

    /** Guarded by this. */
    private final Map<Source, Window> windows = new HashMap<>();

    /** Whether this failure opens a window and so gets an entry of its own; otherwise it is counted. */
    synchronized boolean opens(Use use, String name, Instant now, Duration window) {
        var source = new Source(use.act(), name);
        if (!windows.containsKey(source) && windows.size() >= SOURCES) {
            source = new Source(use.act(), "");
        }
        Window open = windows.get(source);
        if (open == null) {
            windows.put(source, new Window(use, now.plus(window), 0));
            return true;
        }
        windows.put(source, new Window(use, open.until, open.more + 1));
        return false;
    }

    /** Forgets a window whose first entry could not be written. */
    synchronized void failed(Use use, String name) {
        windows.remove(new Source(use.act(), name));
    }

    /** Closes windows that have passed; one whose count is not taken stays for the next time. */
    synchronized void due(Instant now, Predicate<Use> seal) {
        windows.values()
                .removeIf(window -> !now.isBefore(window.until)
                        && (window.more == 0
                                || seal.test(window.last.stating("repeated", Integer.toString(window.more)))));
    }
}
