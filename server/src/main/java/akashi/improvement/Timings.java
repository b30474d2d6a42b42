package akashi.improvement;

import akashi.calendar.JapaneseDates;
import akashi.inquiry.AnswerTimes;
import akashi.operation.OperationCode;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long answers took, in a small histogram in memory that is written away each minute: an answer's time is not on
 * the log, and must not cost it anything. A node that is killed loses the times of its last minute, nothing else.
 */
@Component
class Timings implements AnswerTimes, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Timings.class);

    /** Upper ends of the buckets in milliseconds; the last one is open. */
    static final List<Integer> BOUNDS = List.of(5, 10, 20, 50, 100, 200, 500, 1000, 3000);

    private final TimingSql sql;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** Counts since the last writing; entries are replaced one by one, so no answer is lost between. */
    private final Map<Cell, LongAdder> cells = new ConcurrentHashMap<>();

    /** One bucket of one operation on one day. */
    record Cell(LocalDate day, String operation, int bucket) {}

    Timings(TimingSql sql, TransactionTemplate transaction, Clock clock) {
        this.sql = sql;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void answered(List<OperationCode> operations, Duration took) {
        var day = JapaneseDates.dateOf(clock.instant());
        int bucket = bucket(took);
        for (var operation : operations) {
            cells.computeIfAbsent(new Cell(day, operation.value(), bucket), _ -> new LongAdder())
                    .increment();
        }
    }

    /** Place of the bucket a time falls in. */
    static int bucket(Duration took) {
        for (var i = 0; i < BOUNDS.size(); i++) {
            if (took.toMillis() < BOUNDS.get(i)) {
                return i;
            }
        }
        return BOUNDS.size();
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void write() {
        try {
            var _ = transaction.execute(_ -> {
                cells.forEach((cell, counted) -> {
                    long answers = counted.sumThenReset();
                    if (answers > 0) {
                        sql.add(cell, answers);
                    }
                });
                return true;
            });
            var today = JapaneseDates.dateOf(clock.instant());
            cells.keySet().removeIf(cell -> cell.day().isBefore(today.minusDays(1)));
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Times of answers could not be written and are lost: {}", e.getMessage());
        }
    }

    @Override
    public void destroy() {
        write();
    }
}
