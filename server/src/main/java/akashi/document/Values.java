package akashi.document;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * What a document says, as texts by input name: a plain field by its own name, a composite one as {@code field.part},
 * several texts where the field may repeat. Values are canonical where the type has a canonical form and as written
 * otherwise. Blank inputs are left out; a blank between filled ones keeps its place, so that the parts of a repeated
 * composite stay together.
 */
public record Values(SequencedMap<String, List<String>> byInput) {
    /** A document that says nothing yet. */
    public static final Values EMPTY = new Values(new TreeMap<>());

    public Values {
        TreeMap<String, List<String>> copy = new TreeMap<>();
        byInput.forEach((input, texts) -> {
            int filled = texts.size();
            while (filled > 0 && texts.get(filled - 1).isBlank()) {
                filled--;
            }
            if (filled > 0) {
                copy.put(input, List.copyOf(texts.subList(0, filled)));
            }
        });
        byInput = Collections.unmodifiableSequencedMap(copy);
    }

    /** The values of single texts by input. */
    public static Values of(Map<String, String> texts) {
        TreeMap<String, List<String>> lists = new TreeMap<>();
        texts.forEach((input, text) -> lists.put(input, List.of(text)));
        return new Values(lists);
    }

    /** Values by input, several texts each. */
    public static Values ofMany(Map<String, ? extends Collection<String>> texts) {
        TreeMap<String, List<String>> lists = new TreeMap<>();
        texts.forEach((input, all) -> lists.put(input, List.copyOf(all)));
        return new Values(lists);
    }

    /** The first text of an input, or an empty text. */
    public String first(String input) {
        List<String> texts = byInput.get(input);
        return texts == null ? "" : texts.getFirst();
    }

    /** The text at a place of an input, or an empty text. */
    public String at(String input, int place) {
        List<String> texts = byInput.getOrDefault(input, List.of());
        return place < texts.size() ? texts.get(place) : "";
    }

    /** All texts of an input in the order entered. */
    public List<String> all(String input) {
        return byInput.getOrDefault(input, List.of());
    }

    /** What a document says is nobody's business in a log line. */
    @Override
    public String toString() {
        return "Values[" + byInput.size() + " inputs]";
    }
}
