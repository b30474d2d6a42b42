package akashi.improvement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said about a page: it looks wrong (おかしい), or could be better (こうしたい).
 *
 * @param page where, without what was looked at
 * @param operation code of the operation it is about, empty where it is about the system
 * @param unit code of the unit of whoever said it
 */
record Voice(
        long id,
        Category category,
        String page,
        String operation,
        String body,
        String unit,
        UUID person,
        String staff,
        Instant said,
        State state,
        int version,
        @Nullable Reply reply) {
    enum Category {
        WRONG,
        BETTER
    }

    enum State {
        OPEN,
        ANSWERED,
        DONE
    }

    record Reply(String text, String by, Instant at) {}
}
