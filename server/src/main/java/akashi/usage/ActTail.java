package akashi.usage;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Uses of one act as they are added to the logs, with their private parts, for a named background job that goes on
 * where it stopped. What it reads comes withheld: taking it is a use of the job.
 */
@Service
public class ActTail {
    private final ActTailSql sql;

    ActTail(ActTailSql sql) {
        this.sql = sql;
    }

    /** A log and the index of its last entry, -1 where it has none. */
    public record End(int log, long last) {}

    /** Every log there is, as it ends now. */
    public List<End> ends() {
        return sql.ends();
    }

    /**
     * What follows a place in a log.
     *
     * @param through everything up to this index has been looked at
     * @param count how many uses there are; nothing to take where it is 0
     */
    public record Page(long through, int count, Withheld<List<PastUse>> uses) {}

    /** The uses of an act behind an index, up to the end given; entries before {@code since} are passed over. */
    public Page behind(End end, long index, String act, Instant since, int limit) {
        var found = sql.behind(end, index, act, since, limit);
        long through =
                found.size() < limit ? end.last() : found.getLast().proved().index();
        var place = end.log() + "-" + index + "/" + through;
        return new Page(
                through,
                found.size(),
                Withheld.of(
                                found,
                                new Disclosure(
                                        found.size(), List.of(), Sha.of(place.getBytes(StandardCharsets.US_ASCII))))
                        .map(stored -> stored.stream().map(PastUses::of).toList()));
    }

    /** Whether the private part of an entry is still there; erased ones may not be used in any copy either. */
    public boolean kept(int log, long index) {
        return sql.kept(log, index);
    }
}
