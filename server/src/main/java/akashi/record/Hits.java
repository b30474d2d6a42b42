package akashi.record;

import java.time.Instant;
import java.util.List;

/**
 * What a search found, and what its answer is worth.
 *
 * @param found distinct documents, best match first; at most {@link Lookup#CAP}
 * @param more whether documents beyond the cap were left out; the question must be narrowed
 * @param asOf the instant whose state was searched
 * @param normaliser version of the normalising rules the keys were made by
 */
public record Hits(List<RecordSummary> found, boolean more, Instant asOf, String normaliser) {
    public Hits {
        found = List.copyOf(found);
    }
}
