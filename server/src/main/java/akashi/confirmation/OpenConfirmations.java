package akashi.confirmation;

import akashi.organization.UnitId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** How many requests wait for each unit, in memory, for the figure in the navigation. */
@Component
class OpenConfirmations {
    private final HitConfirmationSql sql;

    /** Replaced as a whole under this object's lock; read without. */
    private volatile Map<UnitId, Integer> counts = Map.of();

    OpenConfirmations(HitConfirmationSql sql) {
        this.sql = sql;
    }

    /** Requests that wait, by the registering unit. */
    Map<UnitId, Integer> all() {
        return counts;
    }

    /** Counts one more or less of a unit once the running change is committed. */
    void changes(UnitId unit, int by) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                add(unit, by);
            }
        });
    }

    private synchronized void add(UnitId unit, int by) {
        var changed = new HashMap<>(counts);
        changed.merge(unit, by, Integer::sum);
        counts = Map.copyOf(changed);
    }

    /** Counts what waits; also sees what other nodes changed. */
    @Scheduled(fixedDelay = 10_000, initialDelay = 5_000)
    void count() {
        var counted = sql.open();
        synchronized (this) {
            counts = counted;
        }
    }
}
