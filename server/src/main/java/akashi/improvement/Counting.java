package akashi.improvement;

import akashi.usage.ActTail;
import akashi.usage.UseTally;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;
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
                place = page(end, place);
            }
        }
    }

    /**
     * One page; the place reached. A page that cannot be counted is tried again in halves, until the one entry is found
     * that is left out and told.
     */
    private long page(ActTail.End end, long from) {
        int limit = PAGE;
        while (true) {
            try {
                var page = tally.behind(end, from, limit);
                return reached(end, from, page);
            } catch (DataIntegrityViolationException | UncategorizedSQLException e) {
                if (limit == 1) {
                    LOG.warn("Entry {} of log {} could not be counted and is left out", from + 1, end.log());
                    return without(end, from);
                }
                limit /= 2;
            }
        }
    }

    private long reached(ActTail.End end, long from, UseTally.Page page) {
        var to = transaction.execute(_ -> {
            if (sql.move(end.log(), from, page.through())) {
                sql.add(page.counts());
                return page.through();
            }
            return sql.place(end.log());
        });
        return to == null ? from : to;
    }

    private long without(ActTail.End end, long from) {
        var to = transaction.execute(_ -> {
            if (sql.move(end.log(), from, from + 1)) {
                sql.unreadable(end.log(), from + 1);
                return from + 1;
            }
            return sql.place(end.log());
        });
        return to == null ? from : to;
    }
}
