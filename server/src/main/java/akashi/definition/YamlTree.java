package akashi.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * A YAML file as a tree that remembers on which line each value stands.
 *
 * <p>YAML is read as the plain notation it is meant to be here: one document, no aliases, no name twice in one map.
 */
public record YamlTree(String file, JsonNode root, Map<String, Integer> lines) {
    private static final YAMLFactory YAML = new YAMLFactory();

    /** The line of the nearest known value at or above a pointer. */
    public int line(String pointer) {
        String at = pointer;
        while (true) {
            Integer line = lines.get(at);
            if (line != null) {
                return line;
            }
            int up = at.lastIndexOf('/');
            if (up < 0) {
                return 0;
            }
            at = at.substring(0, up);
        }
    }

    /** The tree as maps, lists, texts, numbers and truth values: what canonical JSON is written from. */
    public Object plain() {
        return plain(root);
    }

    private static Object plain(JsonNode node) {
        if (node.isObject()) {
            var map = new TreeMap<String, Object>();
            node.properties().forEach(entry -> map.put(entry.getKey(), plain(entry.getValue())));
            return map;
        }
        if (node.isArray()) {
            var list = new ArrayList<Object>();
            node.forEach(element -> list.add(plain(element)));
            return list;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isIntegralNumber()) {
            return node.longValue();
        }
        return node.isNumber() ? (Object) node.doubleValue() : node.asString();
    }

    /**
     * Reads a file.
     *
     * @param faults receives what is wrong; then the tree holds what could be read and must not be used
     */
    static YamlTree read(String file, String text, List<Fault> faults) {
        var reader = new Reader(file, faults);
        try (JsonParser parser = YAML.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                faults.add(new Fault(file, 1, "", "empty", List.of()));
                return new YamlTree(file, JsonNodeFactory.instance.objectNode(), Map.of());
            }
            JsonNode root = reader.value(parser, first, "");
            if (parser.nextToken() != null) {
                faults.add(
                        new Fault(file, parser.currentTokenLocation().getLineNr(), "", "second-document", List.of()));
            }
            return new YamlTree(file, root, Map.copyOf(reader.lines));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            faults.add(new Fault(file, line, "", "syntax", List.of(firstLine(e.getOriginalMessage()))));
            return new YamlTree(file, JsonNodeFactory.instance.objectNode(), Map.copyOf(reader.lines));
        }
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    /** Builds the tree from the parser's tokens, noting lines. */
    private static final class Reader {
        private final String file;
        private final List<Fault> faults;
        private final Map<String, Integer> lines = new HashMap<>();

        Reader(String file, List<Fault> faults) {
            this.file = file;
            this.faults = faults;
        }

        JsonNode value(JsonParser parser, JsonToken token, String pointer) {
            lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
            if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
                fault(parser, pointer, "alias", "*" + parser.getString());
                return JsonNodeFactory.instance.nullNode();
            }
            var nodes = JsonNodeFactory.instance;
            return switch (token) {
                case START_OBJECT -> object(parser, pointer);
                case START_ARRAY -> array(parser, pointer);
                case VALUE_STRING -> nodes.stringNode(parser.getString());
                case VALUE_TRUE -> nodes.booleanNode(true);
                case VALUE_FALSE -> nodes.booleanNode(false);
                case VALUE_NUMBER_INT -> nodes.numberNode(parser.getLongValue());
                case VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDoubleValue());
                default -> nodes.nullNode();
            };
        }

        private JsonNode object(JsonParser parser, String pointer) {
            var object = JsonNodeFactory.instance.objectNode();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                String child = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
                if (object.has(name)) {
                    fault(parser, child, "name-twice", name);
                }
                lines.put(child, parser.currentTokenLocation().getLineNr());
                object.set(name, value(parser, parser.nextToken(), child));
            }
            return object;
        }

        private JsonNode array(JsonParser parser, String pointer) {
            var array = JsonNodeFactory.instance.arrayNode();
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                array.add(value(parser, token, pointer + "/" + array.size()));
            }
            return array;
        }

        private void fault(JsonParser parser, String pointer, String key, String arg) {
            int line = parser.currentTokenLocation().getLineNr();
            faults.add(new Fault(file, line, Fault.path(pointer), key, List.of(arg)));
        }
    }
}
