package akashi.matching;

import akashi.organization.UnitId;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How many pairs and later registrations wait for each unit, in memory, for the figure in the navigation. */
@Component
class WaitingCounts {
    private final PairSql pairs;
    private final HitSql hits;

    /** Replaced as a whole; read without a lock. */
    private volatile Counts counts = new Counts(Map.of(), Map.of());

    WaitingCounts(PairSql pairs, HitSql hits) {
        this.pairs = pairs;
        this.hits = hits;
    }

    /**
     * What waits.
     *
     * @param pairs by the unit of a side
     * @param hits by the code of the unit that is told
     */
    record Counts(Map<UnitId, Integer> pairs, Map<String, Integer> hits) {
        Counts {
            pairs = Map.copyOf(pairs);
            hits = Map.copyOf(hits);
        }
    }

    Counts now() {
        return counts;
    }

    /** Counts anew; also sees what other nodes and the job did. */
    @Scheduled(fixedDelay = 10_000, initialDelay = 6_000)
    void count() {
        counts = new Counts(pairs.open(), hits.unseen());
    }
}
