package akashi.definition;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A map of a definition's tree, read by names; the tree has passed its checks, so nothing is missing that must be
 * there.
 */
public record Node(JsonNode json) {
    public Node in(String name) {
        return new Node(json.path(name));
    }

    public boolean has(String name) {
        return json.has(name);
    }

    public String text(String name) {
        return json.path(name).asString();
    }

    public @Nullable String textOrNull(String name) {
        return json.has(name) ? text(name) : null;
    }

    public boolean flag(String name) {
        return json.path(name).asBoolean(false);
    }

    public int number(String name, int otherwise) {
        return json.path(name).asInt(otherwise);
    }

    public @Nullable Long longOrNull(String name) {
        return json.has(name) ? Long.valueOf(json.path(name).asLong()) : null;
    }

    public Label label(String name) {
        return in(name).asLabel();
    }

    public @Nullable Label labelOrNull(String name) {
        return has(name) ? label(name) : null;
    }

    public Label asLabel() {
        return new Label(text("ja"), text("en"));
    }

    public <E extends Enum<E>> E word(String name, Class<E> type) {
        return Enum.valueOf(type, Word.constant(text(name)));
    }

    public <E extends Enum<E>> E word(String name, Class<E> type, E otherwise) {
        return has(name) ? word(name, type) : otherwise;
    }

    public <E extends Enum<E>> Set<E> words(String name, Class<E> type) {
        var words = new LinkedHashSet<E>();
        texts(name).forEach(word -> words.add(Enum.valueOf(type, Word.constant(word))));
        return words;
    }

    public List<String> texts(String name) {
        return Optional.ofNullable(json.get(name)).stream()
                .flatMap(list -> list.values().stream())
                .map(JsonNode::asString)
                .toList();
    }

    public <T> List<T> each(String name, Function<Node, T> reader) {
        var all = new ArrayList<T>();
        json.path(name).forEach(element -> all.add(reader.apply(new Node(element))));
        return all;
    }

    /** Reads a part that may be left out. */
    public <T> @Nullable T optional(String name, Function<Node, T> reader) {
        return has(name) ? reader.apply(in(name)) : null;
    }
}
