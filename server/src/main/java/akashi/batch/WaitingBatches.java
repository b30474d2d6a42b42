package akashi.batch;

import java.time.Clock;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many requests wait for a second person, in memory, for the figure in the navigation. */
@Component
class WaitingBatches {
    private final BatchSql batches;
    private final Clock clock;

    /** Replaced as a whole; read without a lock. */
    private volatile List<BatchSql.Waiting> waiting = List.of();

    WaitingBatches(BatchSql batches, Clock clock) {
        this.batches = batches;
        this.clock = clock;
    }

    List<BatchSql.Waiting> now() {
        return waiting;
    }

    /** Counts anew; also sees what other nodes did. */
    @Scheduled(fixedDelay = 10_000, initialDelay = 7_000)
    void count() {
        waiting = List.copyOf(batches.waiting(clock.instant()));
    }
}
