package akashi.improvement;

import akashi.usage.ActTail;
import akashi.usage.UseTally;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows the logs and counts. A page of entries is added in one transaction together with the place it ends at, and
 * only if the place is still the one it began from: whatever stops it, no entry is left out or counted twice. A lease
 * keeps several nodes from doing the same work.
 */
@Component
class Counting {
    private static final Logger LOG = LoggerFactory.getLogger(Counting.class);
    private static final int PAGE = 2000;
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final ActTail tail;
    private final UseTally tally;
    private final CountSql sql;
    private final TransactionTemplate transaction;
    private final UUID holder = UUID.randomUUID();

    Counting(ActTail tail, UseTally tally, CountSql sql, TransactionTemplate transaction) {
        this.tail = tail;
        this.tally = tally;
        this.sql = sql;
        this.transaction = transaction;
    }

    /** Counts what has been added, unless another node does. */
    @Scheduled(fixedDelayString = "PT15S", initialDelayString = "PT15S")
    void work() {
        try {
            if (sql.lease(holder, LEASE)) {
                follow();
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("What was used could not be counted and will be tried again: {}", e.getMessage());
        }
    }

    /** Counts to the end of every log as it is now. */
    void follow() {
        for (var end : tail.ends()) {
            long place = sql.place(end.log());
            while (place < end.last() && sql.lease(holder, LEASE)) {
                long from = place;
                Long next = transaction.execute(_ -> page(end, from));
                if (next == null) {
                    return;
                }
                place = next;
            }
        }
    }

    /** One page; the place reached. */
    private long page(ActTail.End end, long from) {
        var page = tally.behind(end, from, PAGE);
        if (sql.move(end.log(), from, page.through())) {
            sql.add(page.counts());
            return page.through();
        }
        return sql.place(end.log());
    }
}
