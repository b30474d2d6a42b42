package akashi.document;

import akashi.identity.KeyKind;
import akashi.identity.SearchKey;
import akashi.operation.DocumentType;
import akashi.operation.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tries what a definition would make of a made-up record: whether it could be registered, whether a question would find
 * it, and what an existence answer would show. Touches no record.
 *
 * @param missing names of the fields without which it could not be registered
 * @param by the keys by which the question finds it; empty where it does not
 * @param shown names of the filled fields that an existence answer shows
 */
public record Trial(List<String> missing, Set<KeyKind> by, List<String> shown) {
    public Trial {
        missing = List.copyOf(missing);
        by = Set.copyOf(by);
        shown = List.copyOf(shown);
    }

    /** Tries a record that says these inputs, against the keys of a question. */
    public static Trial of(DocumentType type, Map<String, String> says, List<SearchKey> asked) {
        Values values = Values.of(says);
        Map<String, List<String>> inputs = values.byInput();
        Set<Long> keys =
                new SearchKeys(type, values).rows().stream().map(KeyRow::digest).collect(Collectors.toSet());
        Set<KeyKind> by = new TreeSet<>();
        for (SearchKey key : asked) {
            if (KeyDigest.asked(key).stream().anyMatch(keys::contains)) {
                by.add(key.kind());
            }
        }
        List<String> shown = new ArrayList<>();
        for (String name : type.search().existence()) {
            type.field(name)
                    .filter(field -> field.isFilled(inputs))
                    .map(Field::name)
                    .ifPresent(shown::add);
        }
        return new Trial(type.missing(inputs).stream().map(Field::name).toList(), by, shown);
    }
}
