package akashi.statement;

import akashi.ledger.CanonicalJson;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of an entry may be shown. A member is named as in docs/formats/use.md; those of a person have a dot. */
final class Shown {
    private static final Set<String> PERSON = Set.of("staff", "person", "post", "unit", "terminal", "channel");
    private static final Set<String> PEOPLE = Set.of("by", "for");
    private static final Set<String> PLAIN = Set.of(
            "format",
            "act",
            "at",
            "clock",
            "recorded",
            "purpose",
            "case",
            "operations",
            "decision",
            "facts",
            "hits",
            "records",
            "recordCount",
            "recordHash",
            "answer",
            "private");

    /** Every name a setting may use. */
    static final Set<String> KNOWN = Stream.concat(
                    PLAIN.stream(),
                    PEOPLE.stream().flatMap(who -> PERSON.stream().map(part -> who + "." + part)))
            .collect(Collectors.toUnmodifiableSet());

    private final Set<String> fields;

    Shown(List<String> fields) {
        this.fields = Set.copyOf(fields);
    }

    /** The members that may be shown, as the entry has them. */
    Map<String, Object> of(String entry) {
        return allowed(members(entry), "");
    }

    /** Whether nothing of the entry has to be left out, so that it can be shown whole. */
    boolean whole(String entry) {
        return CanonicalJson.text(of(entry)).equals(entry);
    }

    private Map<String, Object> allowed(Map<?, ?> members, String prefix) {
        var shown = new TreeMap<String, Object>();
        members.forEach((name, value) -> {
            var path = prefix + name;
            if (PEOPLE.contains(path) && value instanceof Map<?, ?> person) {
                var inner = allowed(person, path + ".");
                if (!inner.isEmpty()) {
                    shown.put((String) name, inner);
                }
            } else if (fields.contains(path)) {
                shown.put((String) name, value);
            }
        });
        return shown;
    }

    private static Map<?, ?> members(String entry) {
        if (CanonicalJson.parse(entry) instanceof Map<?, ?> members) {
            return members;
        }
        throw new IllegalStateException("An entry must be an object");
    }
}
