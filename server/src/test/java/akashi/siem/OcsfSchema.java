package akashi.siem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds events against the class as OCSF publishes it: types, required attributes, values of enums, constraints. */
final class OcsfSchema {
    private final JsonMapper json = JsonMapper.shared();
    private final JsonNode schema;

    OcsfSchema() {
        try {
            schema = json.readTree(Files.readString(Path.of("src/test/resources/ocsf/datastore-activity-1.1.0.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with an event; nothing if it is one. */
    List<String> faults(String line) {
        var event = json.readTree(line);
        var faults = new ArrayList<String>();
        check(event, schema.get("class"), "", faults);
        if (event.path("type_uid").asLong()
                != 100L * event.path("class_uid").asLong()
                        + event.path("activity_id").asLong()) {
            faults.add("type_uid is not class_uid * 100 + activity_id");
        }
        return faults;
    }

    private void check(JsonNode value, JsonNode type, String path, List<String> faults) {
        var attributes = type.get("attributes");
        attributes.properties().forEach(attribute -> {
            if (attribute.getValue().path("required").asBoolean(false) && !value.has(attribute.getKey())) {
                faults.add(path + attribute.getKey() + " is required");
            }
        });
        value.properties().forEach(member -> {
            var attribute = attributes.get(member.getKey());
            if (attribute == null) {
                faults.add(path + member.getKey() + " is not known");
            } else {
                var each = attribute.path("array").asBoolean(false)
                        ? member.getValue().values()
                        : List.of(member.getValue());
                each.forEach(one -> value(one, attribute, path + member.getKey(), faults));
            }
        });
        var choice = type.path("at_least_one");
        if (!choice.isMissingNode() && choice.values().stream().noneMatch(name -> value.has(name.asString()))) {
            faults.add(path + " has none of " + choice);
        }
    }

    private void value(JsonNode value, JsonNode attribute, String path, List<String> faults) {
        var type = attribute.get("type").asString();
        var right = switch (type) {
            case "string" -> value.isString() && !value.asString().isEmpty();
            case "integer" -> value.isIntegralNumber();
            case "object" -> value.isObject();
            default -> {
                assertThat(schema.get("objects").has(type)).as(type).isTrue();
                if (value.isObject()) {
                    check(value, schema.get("objects").get(type), path + ".", faults);
                }
                yield value.isObject();
            }
        };
        if (!right) {
            faults.add(path + " is no " + type + ": " + value);
        }
        var allowed = attribute.path("enum");
        if (!allowed.isMissingNode() && allowed.values().stream().noneMatch(value::equals)) {
            faults.add(path + " has no such value: " + value);
        }
    }
}
