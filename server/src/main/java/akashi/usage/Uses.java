package akashi.usage;

import akashi.calendar.JapaneseDates;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Past uses, for the person who made them and for those who review a unit. What comes back is withheld, so that reading
 * the book is itself a use on the ledger.
 */
@Service
public class Uses {
    private static final int MOST_OWN = 100;
    private static final int MOST_OF_UNIT = 500;

    private final UseSql sql;

    Uses(UseSql sql) {
        this.sql = sql;
    }

    /** A page of uses. {@code next} leads to the following one, null on the last. */
    public record Page(List<PastUse> uses, @Nullable String next) {
        public Page {
            uses = List.copyOf(uses);
        }
    }

    /**
     * The latest uses of one operator (自分の利用), newest first.
     *
     * @param acts only these acts; all when empty
     * @param limit up to 100
     */
    public Withheld<List<PastUse>> latestOf(String staffNumber, List<String> acts, int limit) {
        return withheld(sql.latestOf(staffNumber, acts, Math.clamp(limit, 1, MOST_OWN)));
    }

    /**
     * Number of an operator's own use of an act that states a fact, since an instant; the latest where there are more.
     * Only the number comes back, and only to be named in the next entry.
     */
    public Optional<String> numberOf(String staffNumber, String act, String fact, String value, Instant since) {
        return sql.latestOf(staffNumber, List.of(act), MOST_OWN).stream()
                .filter(stored -> !stored.proved().at().isBefore(since))
                .map(PastUses::of)
                .filter(use -> value.equals(use.seen().facts().get(fact)))
                .map(use -> use.proved().number())
                .findFirst();
    }

    /**
     * Numbers of an operator's own uses of an act that state a fact with one of these values, since an instant, by
     * value; the latest where there are more. Only numbers come back.
     */
    public Map<String, String> numbersOf(
            String staffNumber, String act, String fact, Set<String> values, Instant since) {
        var numbers = new HashMap<String, String>();
        for (var stored : sql.since(staffNumber, act, since)) {
            var use = PastUses.of(stored);
            var value = use.seen().facts().get(fact);
            if (value != null && values.contains(value)) {
                numbers.put(value, use.proved().number());
            }
        }
        return numbers;
    }

    /** Whether an operator did this act in this operation since an instant; nothing else comes back. */
    public boolean did(String staffNumber, String act, String operation, Instant since) {
        return sql.did(staffNumber, act, operation, since);
    }

    /** The uses of these numbers, oldest first; a number that is none is left out. */
    public Withheld<List<PastUse>> numbered(Collection<String> numbers) {
        var places = numbers.stream().map(number -> number.split("-", 2)).toList();
        return withheld(sql.entries(
                places.stream().map(place -> Integer.valueOf(place[0])).toList(),
                places.stream().map(place -> Long.valueOf(place[1])).toList()));
    }

    /**
     * One page of a unit's inquiry book (照会簿) of one day in Japan, newest first.
     *
     * @param acts only these acts; all when empty
     * @param after as {@link Page#next()} gave it, or null for the first page
     * @param limit up to 500
     * @throws IllegalArgumentException if {@code after} is something else
     */
    public Withheld<Page> book(String unit, LocalDate day, List<String> acts, @Nullable String after, int limit) {
        return book(List.of(unit), day, acts, after, limit);
    }

    /** The same of several units in one, such as a station and its boxes. */
    public Withheld<Page> book(
            List<String> units, LocalDate day, List<String> acts, @Nullable String after, int limit) {
        Instant from = JapaneseDates.startOf(day);
        Instant to = JapaneseDates.startOf(day.plusDays(1));
        var cursor = after == null ? new UseSql.Cursor(to, 0, 0) : cursor(after);
        int most = Math.clamp(limit, 1, MOST_OF_UNIT);
        List<UseSql.Stored> found = sql.ofUnits(units, from, to, acts, cursor, most + 1);
        boolean more = found.size() > most;
        List<UseSql.Stored> shown = more ? found.subList(0, most) : found;
        String next = more ? cursor(shown.getLast().proved()) : null;
        return withheld(shown).map(uses -> new Page(uses, next));
    }

    private static Withheld<List<PastUse>> withheld(List<UseSql.Stored> found) {
        var numbers = found.stream().map(stored -> stored.proved().number()).collect(Collectors.joining("\n"));
        var disclosure = new Disclosure(found.size(), List.of(), Sha.of(numbers.getBytes(StandardCharsets.US_ASCII)));
        return Withheld.of(found, disclosure)
                .map(stored -> stored.stream().map(PastUses::of).toList());
    }

    private static String cursor(Proved last) {
        return last.at() + "_" + last.number();
    }

    private static UseSql.Cursor cursor(String text) {
        var parts = text.split("[_-](?=[0-9]+(-[0-9]+)?$)", 3);
        try {
            return new UseSql.Cursor(Instant.parse(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
        } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("The place to go on from is not one this book gave", e);
        }
    }
}
