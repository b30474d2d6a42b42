package akashi.tlog;

import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Entries that nobody waits for, in the form of all others ({@code usage} implements it, whose form that is): what a
 * log states about itself, and what was put off to be stated together.
 */
public interface OwnEntries {
    /**
     * The entry of an act of the system itself.
     *
     * @param part the part of the system that acts, such as {@code ledger}
     */
    Entry about(String act, String part, Map<String, String> facts);

    /**
     * Offers what is due at this time; asked about every second, and with {@link Instant#MAX} before the log closes.
     *
     * @param offer puts an entry in line; false if it did not, and it must be offered again
     */
    void due(Instant now, Predicate<Entry> offer);
}
