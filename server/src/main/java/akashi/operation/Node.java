package akashi.operation;

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
record Node(JsonNode json) {
    Node in(String name) {
        return new Node(json.path(name));
    }

    boolean has(String name) {
        return json.has(name);
    }

    String text(String name) {
        return json.path(name).asString();
    }

    @Nullable String textOrNull(String name) {
        return json.has(name) ? text(name) : null;
    }

    boolean flag(String name) {
        return json.path(name).asBoolean(false);
    }

    int number(String name, int otherwise) {
        return json.path(name).asInt(otherwise);
    }

    @Nullable Long longOrNull(String name) {
        return json.has(name) ? Long.valueOf(json.path(name).asLong()) : null;
    }

    Label label(String name) {
        return in(name).asLabel();
    }

    @Nullable Label labelOrNull(String name) {
        return has(name) ? label(name) : null;
    }

    Label asLabel() {
        return new Label(text("ja"), text("en"));
    }

    <E extends Enum<E>> E word(String name, Class<E> type) {
        return Enum.valueOf(type, FormCheck.constant(text(name)));
    }

    <E extends Enum<E>> E word(String name, Class<E> type, E otherwise) {
        return has(name) ? word(name, type) : otherwise;
    }

    <E extends Enum<E>> Set<E> words(String name, Class<E> type) {
        var words = new LinkedHashSet<E>();
        texts(name).forEach(word -> words.add(Enum.valueOf(type, FormCheck.constant(word))));
        return words;
    }

    List<String> texts(String name) {
        return Optional.ofNullable(json.get(name)).stream()
                .flatMap(list -> list.values().stream())
                .map(JsonNode::asString)
                .toList();
    }

    <T> List<T> each(String name, Function<Node, T> reader) {
        var all = new ArrayList<T>();
        json.path(name).forEach(element -> all.add(reader.apply(new Node(element))));
        return all;
    }

    /** Reads a part that may be left out. */
    <T> @Nullable T optional(String name, Function<Node, T> reader) {
        return has(name) ? reader.apply(in(name)) : null;
    }
}
