package akashi.operation;

import akashi.definition.MatchingPart;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * With which other documents a document is compared (突合), and which of its fields say what.
 *
 * @param parts names of the fields that say each part; a part no field says is not there
 * @param counterparts said on one side, it holds for both
 */
public record Matching(Map<MatchingPart, List<String>> parts, List<Counterpart> counterparts) {
    /** A document that is compared with none. */
    public static final Matching NONE = new Matching(Map.of(), List.of());

    public Matching {
        var copy = new EnumMap<MatchingPart, List<String>>(MatchingPart.class);
        parts.forEach((part, fields) -> copy.put(part, List.copyOf(fields)));
        parts = Collections.unmodifiableMap(copy);
        counterparts = List.copyOf(counterparts);
    }

    /**
     * A kind of document of an operation.
     *
     * @param threshold least points with which a pair of the two is put before a person
     */
    public record Counterpart(OperationCode operation, String document, int threshold) {
        /** Where the definition says nothing. */
        public static final int THRESHOLD = 40;
    }

    /** The fields that say a part; none where nothing does. */
    public List<String> fields(MatchingPart part) {
        return parts.getOrDefault(part, List.of());
    }
}
