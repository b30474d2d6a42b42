package akashi.record;

import akashi.document.RecordSummary;
import akashi.operation.OperationCode;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a search found, and what its answer is worth.
 *
 * @param found distinct documents, best match first; at most {@link Lookup#CAP} of one operation
 * @param tooBroad operations with more documents than that: none of theirs is among those found, because half of an
 *     answer is a wrong answer
 * @param asOf the instant whose state was searched
 * @param normaliser version of the normalising rules the keys were made by
 * @param rebuilt hundredths of the records whose keys are of these rules already, while they are made anew: then
 *     records may be missed; empty otherwise
 */
public record Hits(
        List<RecordSummary> found, Set<OperationCode> tooBroad, Instant asOf, String normaliser, OptionalInt rebuilt) {
    public Hits {
        found = List.copyOf(found);
        tooBroad = Set.copyOf(tooBroad);
    }
}
