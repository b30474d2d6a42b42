package akashi.usage;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * How often what was done, from the public part of entries as they are added to the logs: for figures about the use of
 * operations. No person, record or key leaves it, and no private part is read; what it counts stays true to the log,
 * since every count can be made again from the beginning.
 */
@Service
public class UseTally {
    private final UseTallySql sql;

    UseTally(UseTallySql sql) {
        this.sql = sql;
    }

    /**
     * Uses of one kind of one operation within one hour.
     *
     * @param day in Japan
     * @param unit code of the operator's unit
     * @param act as the entry says it; {@code PARTIAL} for a question by a part of a number (一部照会)
     * @param kind what was asked about, as inquiries state it; empty elsewhere
     * @param outcome {@code REFUSED}, {@code HIT}, {@code DONE}, or the verdict or result an entry states
     */
    public record Count(
            LocalDate day,
            int hour,
            String operation,
            String unit,
            String act,
            String purpose,
            String kind,
            String outcome,
            long uses) {}

    /** What follows a place in a log, up to {@code through}. */
    public record Page(long through, List<Count> counts) {
        public Page {
            counts = List.copyOf(counts);
        }
    }

    /**
     * Counts up to {@code limit} entries behind an index; a use of several operations counts in each of them. An
     * entry's own decision about an operation goes before that about the whole.
     */
    public Page behind(ActTail.End end, long index, int limit) {
        long through = Math.min(end.last(), index + limit);
        return new Page(through, sql.between(end.log(), index, through));
    }
}
