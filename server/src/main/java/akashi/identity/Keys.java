package akashi.identity;

import akashi.writing.Rule;
import akashi.writing.Trace;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects keys, of equal ones the strongest. */
final class Keys {
    private record Id(KeyKind kind, String value) {}

    private final Map<Id, SearchKey> found = new LinkedHashMap<>();

    /** Leaves out what has no letter; cuts what is longer than a key may be, on every side alike. */
    void add(KeyKind kind, Grade grade, Trace trace) {
        if (trace.text().isBlank()) {
            return;
        }
        var key = new SearchKey(
                kind,
                cut(trace.text()),
                grade,
                trace.rules().stream().map(Rule::label).toList());
        found.merge(
                new Id(kind, key.value()),
                key,
                (one, other) ->
                        one.grade().weaker(other.grade()) == one.grade() && one.grade() != other.grade() ? other : one);
    }

    private static String cut(String text) {
        if (text.length() <= SearchKey.MAX_LENGTH) {
            return text;
        }
        boolean pair = Character.isHighSurrogate(text.charAt(SearchKey.MAX_LENGTH - 1));
        return text.substring(0, pair ? SearchKey.MAX_LENGTH - 1 : SearchKey.MAX_LENGTH);
    }

    /** The strongest first. */
    List<SearchKey> list() {
        return found.values().stream()
                .sorted(Comparator.comparing(SearchKey::grade))
                .toList();
    }
}
