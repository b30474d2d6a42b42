package akashi.web;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How long this thread waits for one step of the database. Whoever asks over HTTP is told within five seconds that
 * nothing can be answered now, also when the database falls silent without closing its connections; background work has
 * the time its connections have by themselves.
 */
public final class Patience {
    /** A step of a request; what comes before and after it must fit into five seconds, too. */
    static final Duration REQUEST = Duration.ofSeconds(3);

    /** A step that looks through a whole log or takes a whole file. */
    static final Duration LONGER = Duration.ofMinutes(10);

    private static final ThreadLocal<@Nullable Duration> LIMIT = new ThreadLocal<>();

    private Patience() {}

    /** Does work whose single steps may rightly take minutes. */
    public static <T> T longer(Supplier<T> work) {
        var before = begin(LONGER);
        try {
            return work.get();
        } finally {
            end(before);
        }
    }

    /** Sets the limit of this thread; gives the one before. */
    static @Nullable Duration begin(Duration limit) {
        var before = LIMIT.get();
        LIMIT.set(limit);
        return before;
    }

    /** Takes up the limit of before; null for none. */
    static void end(@Nullable Duration before) {
        if (before == null) {
            LIMIT.remove();
        } else {
            LIMIT.set(before);
        }
    }

    /** The limit of this thread; null where the connection's own counts. */
    static @Nullable Duration limit() {
        return LIMIT.get();
    }
}
