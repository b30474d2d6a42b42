package akashi.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Texts and documents that nobody sends by mistake. */
final class Hostile {
    /** Stands in every text, so that it can be looked for. */
    static final String MARK = "Qz7Kw";

    static final Map<String, String> TEXTS = texts();
    private static final JsonMapper JSON = JsonMapper.shared();

    private Hostile() {}

    private static Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("65 KB", MARK + "見".repeat(65_000));
        texts.put("emoji", MARK + "👮🏽‍♀️🚓");
        texts.put("unassigned", MARK + "\u0378\uDBFF\uDFFE");
        texts.put("private use", MARK + "\uE000");
        texts.put("right to left", "\u202E" + MARK + "\u2066\u200F");
        texts.put("html", "<script>alert('" + MARK + "')</script>");
        texts.put("sql", MARK + "'; drop table record; --");
        texts.put("nul", MARK + "\u0000x");
        texts.put("controls", MARK + "\r\n\u001b[31mERROR forged line\u0007");
        texts.put("half a character", MARK + "\uD800");
        texts.put("lookup", "${jndi:ldap://" + MARK + "/a}%s%n{0}");
        texts.put("path", "../../" + MARK + "/%2e%2e");
        texts.put("marks", MARK + "e" + "\u0301".repeat(2_000));
        texts.put("blank", "\u3000".repeat(30) + MARK + "\u3000");
        return texts;
    }

    /** Replaces, removes or adds something at a drawn place. */
    static void spoil(ObjectNode body, Random random) {
        JsonNode at = body;
        while (true) {
            if (at instanceof ObjectNode object) {
                if (object.isEmpty() || random.nextInt(12) == 0) {
                    object.set("extra" + MARK, junk(random));
                    return;
                }
                var name = List.copyOf(object.propertyNames()).get(random.nextInt(object.size()));
                if (!object.get(name).isContainer() || random.nextInt(4) == 0) {
                    object.set(name, junk(random));
                    return;
                }
                at = object.get(name);
            } else if (at instanceof ArrayNode array) {
                if (array.isEmpty() || !array.get(0).isContainer() || random.nextInt(4) == 0) {
                    array.add(junk(random));
                    return;
                }
                at = array.get(0);
            } else {
                return;
            }
        }
    }

    private static JsonNode junk(Random random) {
        var texts = List.copyOf(TEXTS.values());
        return switch (random.nextInt(8)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.valueToTree(random.nextLong());
            case 2 -> JSON.valueToTree(random.nextDouble() * 1e300);
            case 3 -> JSON.valueToTree(random.nextBoolean());
            case 4 -> JSON.createArrayNode().add(MARK);
            case 5 -> JSON.createObjectNode().put(MARK, MARK);
            default -> JSON.valueToTree(texts.get(random.nextInt(texts.size())));
        };
    }

    /** Puts a text at a place, making what is missing on the way. */
    static void put(ObjectNode body, String place, String text) {
        JsonNode at = body;
        var steps = place.substring(1).split("/", -1);
        for (var n = 0; n < steps.length; n++) {
            var last = n == steps.length - 1;
            if (at instanceof ArrayNode array) {
                if (last) {
                    array.removeAll().add(text);
                } else if (array.isEmpty()) {
                    at = array.addObject();
                } else {
                    at = array.get(0);
                }
            } else if (at instanceof ObjectNode object) {
                if (last) {
                    object.put(steps[n], text);
                } else if (object.path(steps[n]).isContainer()) {
                    at = object.get(steps[n]);
                } else {
                    at = steps[n + 1].equals("0") ? object.putArray(steps[n]) : object.putObject(steps[n]);
                }
            }
        }
    }

    static ObjectNode tree(Object body) {
        return JSON.valueToTree(body);
    }

    /** The address with the text in its place; null where it is too long for one, or cannot be written in one. */
    static @Nullable String address(String pattern, String text) {
        var encoded = Client.encoded(text);
        return encoded.length() > 5_000 ? null : pattern.replace("{}", encoded);
    }
}
