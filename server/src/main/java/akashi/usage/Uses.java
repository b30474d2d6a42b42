package akashi.usage;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Past uses, for the person who made them and for those who review a unit. What comes back is withheld, so that reading
 * the book is itself a use on the ledger.
 */
public class Uses {
    Uses() {}

    /** The latest uses of one operator (自分の利用), newest first, up to 100. */
    public Withheld<List<PastUse>> latestOf(String staffNumber, int limit) {
        throw new IllegalStateException("The ledger is being built: " + staffNumber + limit);
    }

    /**
     * One page of a unit's inquiry book (照会簿) of one day in Japan, newest first.
     *
     * @param acts only these acts; all when empty
     * @param before as {@link Page#next()} gave it, or null for the first page
     * @param limit up to 500
     */
    public Withheld<Page> book(String unit, LocalDate day, List<String> acts, @Nullable String before, int limit) {
        throw new IllegalStateException("The ledger is being built: " + unit + day + acts + before + limit);
    }

    /** A page of uses. {@code next} leads to the following one, null on the last. */
    public record Page(List<PastUse> uses, @Nullable String next) {
        public Page {
            uses = List.copyOf(uses);
        }
    }
}
