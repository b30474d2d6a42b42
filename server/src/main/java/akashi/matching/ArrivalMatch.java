package akashi.matching;

import akashi.document.RecordId;
import akashi.matching.ArrivalSql.Waiting;
import akashi.usage.LedgerUnavailable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Takes what began to answer and compares it, one node at a time. A row is taken away only after everything about it is
 * written, so a crash anywhere repeats the comparison and loses none; repeating it changes nothing.
 *
 * <p>Arrivals are looked for first and the log is read afterwards: an inquiry that was answered before one of them was
 * committed is on the log by then, and stands. While the log grows faster than it is read, arrivals wait.
 * {@code settle} covers the moment between searching and being on the log.
 */
@Component
class ArrivalMatch {
    private static final Logger LOG = LoggerFactory.getLogger(ArrivalMatch.class);
    private static final String LEASE = "arrivals";
    private static final int BATCH = 50;

    private final ArrivalSql arrivals;
    private final StandingInquiries standing;
    private final StandingSql inquiries;
    private final CounterpartMatch counterparts;
    private final Relations relations;
    private final MatchTiming timing;
    private final UUID holder = UUID.randomUUID();

    ArrivalMatch(
            ArrivalSql arrivals,
            StandingInquiries standing,
            StandingSql inquiries,
            CounterpartMatch counterparts,
            Relations relations,
            MatchTiming timing) {
        this.arrivals = arrivals;
        this.standing = standing;
        this.inquiries = inquiries;
        this.counterparts = counterparts;
        this.relations = relations;
        this.timing = timing;
    }

    /** Compares what waits, unless another node does. */
    @Scheduled(fixedDelayString = "${akashi.matching.pause:PT5S}", initialDelayString = "${akashi.matching.pause:PT5S}")
    void work() {
        try {
            if (timing.leases().take(LEASE, holder, timing.span())) {
                try {
                    run();
                } finally {
                    timing.leases().leave(LEASE, holder);
                }
            }
        } catch (LedgerUnavailable | DataAccessException | TransactionException e) {
            LOG.warn("What has arrived could not be compared and will be tried again: {}", e.getMessage());
        }
    }

    private void run() {
        var before = timing.settled();
        int _ = standing.erase();
        List<Waiting> next = arrivals.next(before, BATCH);
        if (!standing.follow()) {
            return;
        }
        if (!inquiries.any(before)) {
            int _ = arrivals.drop(before, relations.compared());
        }
        while (!next.isEmpty()) {
            together(next);
            boolean mine = timing.leases().take(LEASE, holder, timing.span());
            next = mine
                    ? arrivals.next(before, BATCH).stream()
                            .filter(one -> one.tries() == 0)
                            .toList()
                    : List.of();
        }
    }

    /** All at once; where one cannot be compared, each by itself, so that it does not keep the others waiting. */
    private void together(List<Waiting> next) {
        try {
            match(next);
            arrivals.done(next);
        } catch (LedgerUnavailable | DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            if (next.size() > 1) {
                next.forEach(one -> together(List.of(one)));
            } else {
                var one = next.getFirst();
                LOG.error(
                        "Record {} could not be compared, try {}", one.record().value(), one.tries() + 1, e);
                arrivals.failed(one);
            }
        }
    }

    private void match(List<Waiting> arrived) {
        var answering = new LinkedHashSet<RecordId>();
        for (var one : arrived) {
            if (one.answers()) {
                answering.add(one.record());
            } else {
                answering.remove(one.record());
                counterparts.over(one.record());
            }
        }
        var why = new CounterpartMatch.Why("arrivals", Integer.toString(answering.size()));
        var read = counterparts.read(answering, why);
        int _ = standing.match(read);
        int _ = counterparts.compare(read, why);
    }
}
