package akashi.definition;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Checks a file against its published JSON Schema and says each fault in words. */
final class SchemaCheck {
    private final Schema schema;

    SchemaCheck(String json) {
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(json, InputFormat.JSON);
    }

    List<Fault> check(YamlTree tree) {
        var findings = new Findings(tree);
        for (Error error : schema.validate(tree.root())) {
            say(findings, error);
        }
        return findings.faults();
    }

    private void say(Findings findings, Error error) {
        String at = error.getInstanceLocation().toString();
        String place = error.getSchemaLocation().getFragment().toString();
        JsonNode rule = schema.getSchemaNode().at(place);
        switch (error.getKeyword()) {
            case "required", "dependentRequired" -> findings.at(at, "missing", error.getProperty());
            case "additionalProperties" -> unknownName(findings, at, place, error.getProperty());
            case "enum" -> findings.at(at, "not-one-of", findings.text(at), words(rule));
            case "const" -> findings.at(at, "not-the-value", findings.text(at), rule.asString());
            case "type" -> findings.at(at, "wrong-type", typeWord(rule.asString("")));
            case "pattern" -> findings.at(at, patternKey(place), findings.text(at), rule.asString());
            case "minItems", "minLength" -> findings.at(at, "too-few", rule.asString());
            case "maxItems", "maxLength" -> findings.at(at, "too-many", rule.asString());
            case "minimum", "maximum" -> findings.at(at, "out-of-range", findings.text(at), rule.asString());
            case "uniqueItems" -> findings.at(at, "entry-twice");
            default -> findings.at(at, "schema", error.getMessage());
        }
    }

    private void unknownName(Findings findings, String at, String place, String name) {
        JsonNode known = schema.getSchemaNode()
                .at(place.substring(0, place.length() - "/additionalProperties".length()) + "/properties");
        var names = new ArrayList<>(known.propertyNames());
        String nearest = names.stream()
                .min(Comparator.comparingInt((String other) -> distance(name, other))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse("");
        findings.at(at + "/" + name, "unknown-name", name, nearest, String.join(", ", names));
    }

    private static String words(JsonNode rule) {
        var words = new ArrayList<String>();
        rule.forEach(word -> words.add(word.asString()));
        return String.join(", ", words);
    }

    private static String typeWord(String type) {
        return Map.of(
                        "object", "{…}",
                        "array", "[…]",
                        "string", "\"…\"",
                        "integer", "1, 2, 3",
                        "boolean", "true / false")
                .getOrDefault(type, type);
    }

    /** The name under which a pattern is described: the definition or the property it belongs to. */
    private static String patternKey(String place) {
        String[] steps = place.split("/", -1);
        String owner = steps[steps.length - 2];
        return switch (owner) {
            case "code", "fieldName", "input", "listRef", "period", "duration", "time", "section", "since" ->
                "form-" + owner.toLowerCase(java.util.Locale.ROOT);
            default -> "form-code";
        };
    }

    /** Edit distance, for “did you mean”. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
