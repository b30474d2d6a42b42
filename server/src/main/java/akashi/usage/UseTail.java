package akashi.usage;

import akashi.calendar.JapaneseDates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * All uses in the order of the logs, page by page, for those who watch the system with programs of their own. Private
 * parts are never read for this, so {@link PastUse#particulars()} is missing wherever there is one.
 */
@Service
public class UseTail {
    private static final Pattern PLACE = Pattern.compile("([1-9][0-9]{0,3})-(0|[1-9][0-9]{0,17})");

    private final TailSql sql;

    UseTail(TailSql sql) {
        this.sql = sql;
    }

    /** Uses, and the place behind which the next page begins; null where there is none. */
    public record Page(List<PastUse> uses, @Nullable String next) {
        public Page {
            uses = List.copyOf(uses);
        }
    }

    /** Whether {@code after} is a place that {@link #page} understands. */
    public static boolean place(String after) {
        return PLACE.matcher(after).matches();
    }

    /**
     * Uses within [from, to), by log and index.
     *
     * @param after number of the last use that is known, or null from the beginning
     * @throws IllegalArgumentException if {@code after} is something else
     */
    public Withheld<Page> page(Instant from, Instant to, @Nullable String after, int limit) {
        int log = 0;
        long index = -1;
        if (after != null) {
            var place = PLACE.matcher(after);
            if (!place.matches()) {
                throw new IllegalArgumentException("The place to go on from is no number of a use");
            }
            log = Integer.parseInt(place.group(1));
            index = Long.parseLong(place.group(2));
        }
        var period = new SubjectSql.Period(
                from,
                to,
                JapaneseDates.dateOf(from).withDayOfMonth(1),
                JapaneseDates.dateOf(to).withDayOfMonth(1));
        var found = sql.behind(log, index, period, limit + 1);
        var shown = found.size() > limit ? found.subList(0, limit) : found;
        var next = found.size() > limit ? shown.getLast().proved().number() : null;
        var numbers = shown.stream().map(stored -> stored.proved().number()).collect(Collectors.joining("\n"));
        return Withheld.of(
                        shown,
                        new Disclosure(shown.size(), List.of(), Sha.of(numbers.getBytes(StandardCharsets.US_ASCII))))
                .map(stored -> new Page(stored.stream().map(PastUses::of).toList(), next));
    }
}
