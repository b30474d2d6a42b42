package akashi.definition;

import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Writes a definition's tree as YAML that people edit: names in the order of the format, one line for what is short.
 */
public final class YamlText {
    private static final int SHORT = 110;
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}][\\p{L}\\p{N}._+-]*");
    private static final List<String> WORDS = List.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    /** The order in which people read a definition; what is not named follows by its name. */
    private static final List<String> ORDER = List.of(
            "format",
            "code",
            "name",
            "type",
            "label",
            "ja",
            "en",
            "summary",
            "owner",
            "section",
            "since",
            "basis",
            "sources",
            "hours",
            "outage",
            "hit",
            "list",
            "registers",
            "allowed",
            "purposes",
            "cautions",
            "eligibility",
            "acts",
            "scope",
            "posts",
            "documents",
            "paper",
            "groups",
            "fields",
            "search",
            "life",
            "matching",
            "imports");

    private YamlText() {}

    public static String of(JsonNode tree) {
        var text = new StringBuilder();
        map(tree, "", text);
        return text.toString();
    }

    private static void map(JsonNode map, String indent, StringBuilder text) {
        boolean first = true;
        for (String name : names(map)) {
            if (!first) {
                text.append(indent);
            }
            first = false;
            entry(name, map.path(name), indent, text);
        }
    }

    private static void entry(String name, JsonNode value, String indent, StringBuilder text) {
        text.append(name).append(':');
        String flow = flow(value);
        if (!value.isContainer() || value.isEmpty() || fits(flow, indent, name)) {
            text.append(' ').append(flow).append('\n');
        } else if (value.isObject()) {
            text.append('\n').append(indent).append("  ");
            map(value, indent + "  ", text);
        } else {
            text.append('\n');
            for (JsonNode element : value) {
                text.append(indent).append("  - ");
                String one = flow(element);
                if (!element.isContainer() || fits(one, indent + "    ", "")) {
                    text.append(one).append('\n');
                } else {
                    map(element, indent + "    ", text);
                }
            }
        }
    }

    private static boolean fits(String flow, String indent, String name) {
        return indent.length() + name.length() + flow.length() + 2 <= SHORT;
    }

    private static String flow(JsonNode value) {
        if (value.isObject()) {
            return names(value).stream()
                    .map(name -> name + ": " + flow(value.path(name)))
                    .collect(java.util.stream.Collectors.joining(", ", "{", "}"));
        }
        if (value.isArray()) {
            return value.valueStream().map(YamlText::flow).collect(java.util.stream.Collectors.joining(", ", "[", "]"));
        }
        return value.isString() ? scalar(value.asString()) : value.asString();
    }

    private static String scalar(String text) {
        return PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(java.util.Locale.ROOT))
                ? text
                : '"'
                        + text.replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                                .replace("\n", "\\n")
                                .replace("\t", "\\t")
                        + '"';
    }

    private static List<String> names(JsonNode map) {
        return map.propertyNames().stream()
                .sorted(java.util.Comparator.comparingInt(
                                (String name) -> ORDER.contains(name) ? ORDER.indexOf(name) : 999)
                        .thenComparing(java.util.Comparator.naturalOrder()))
                .toList();
    }
}
