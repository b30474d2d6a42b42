package akashi.operation;

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
public record Matching(Map<Part, List<String>> parts, List<Counterpart> counterparts) {
    /** A document that is compared with none. */
    public static final Matching NONE = new Matching(Map.of(), List.of());

    public Matching {
        var copy = new EnumMap<Part, List<String>>(Part.class);
        parts.forEach((part, fields) -> copy.put(part, List.copyOf(fields)));
        parts = Collections.unmodifiableMap(copy);
        counterparts = List.copyOf(counterparts);
    }

    /** What a field says of the person or thing. */
    public enum Part {
        /** Names of whom or whose it is. */
        NAME,
        /** Free text in which a name may stand (着衣・所持品の記名). */
        MARK,
        BIRTH,
        /** Age as estimated: youngest, oldest. */
        AGE,
        SEX,
        HEIGHT,
        /** Numbers that name one thing or person. */
        NUMBER,
        /** What a thing is. */
        ARTICLE,
        COLOUR,
        PLACE,
        /** Since when it is gone. */
        GONE,
        /** When it was found; never before it was gone. */
        FOUND
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
    public List<String> fields(Part part) {
        return parts.getOrDefault(part, List.of());
    }
}
