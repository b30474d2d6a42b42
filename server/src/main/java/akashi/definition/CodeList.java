package akashi.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One version of a code list (コード表): the words of one concept, used by every operation that needs it (the Directive,
 * Art. 6 (3)). A version never changes; a new word makes a new version.
 */
public record CodeList(Ref ref, Label label, List<Entry> entries) {
    public CodeList {
        entries = List.copyOf(entries);
    }

    /** A list in one version, written {@code colours@1}. */
    public record Ref(String name, int version) {
        private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,60}@[1-9][0-9]{0,5}");

        /** Reads {@code name@version}; the text must have passed the schema. */
        public static Ref of(String text) {
            int at = text.lastIndexOf('@');
            return new Ref(text.substring(0, at), Integer.parseInt(text.substring(at + 1)));
        }

        /** Reads {@code name@version}, or nothing where the text is not of that form. */
        public static Optional<Ref> parse(String text) {
            return FORM.matcher(text).matches() ? Optional.of(of(text)) : Optional.empty();
        }

        @Override
        public String toString() {
            return name + "@" + version;
        }
    }

    /**
     * One word.
     *
     * @param aliases other ways outside files write it; used by imports, never shown
     * @param retired still readable in old records, no longer offered
     * @param details further facts a list's concept needs (a register's pattern, a caution's severity, a model's make)
     */
    public record Entry(String code, Label label, List<String> aliases, boolean retired, Map<String, String> details) {
        public Entry {
            aliases = List.copyOf(aliases);
            details = Map.copyOf(new TreeMap<>(details));
        }
    }

    public Optional<Entry> entry(String code) {
        return entries.stream().filter(entry -> entry.code().equals(code)).findFirst();
    }

    /** The label of a code, or the code itself where the list does not know it. */
    public String labelOf(String code, String lang) {
        return entry(code).map(entry -> entry.label().in(lang)).orElse(code);
    }

    /** The entry that an outside file means by a text: its code, a label or an alias, compared exactly. */
    public Optional<Entry> meaning(String text) {
        return entries.stream()
                .filter(entry -> entry.code().equals(text)
                        || entry.label().ja().equals(text)
                        || entry.label().en().equals(text)
                        || entry.aliases().contains(text))
                .findFirst();
    }

    /** What a form offers: every entry that is not retired, in the list's order. */
    public List<Entry> offered() {
        return entries.stream().filter(entry -> !entry.retired()).toList();
    }
}
