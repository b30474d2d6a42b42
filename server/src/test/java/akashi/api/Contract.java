package akashi.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The published document, as something answers can be held against. */
final class Contract {
    static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode document;

    Contract() {
        try (var file = new ClassPathResource("openapi/akashi-v1.yaml").getInputStream()) {
            document = new YAMLMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode document() {
        return document;
    }

    /** Operations by method and path, such as {@code GET /api/v1/session}. */
    Map<String, JsonNode> operations() {
        var all = new TreeMap<String, JsonNode>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .forEach(member -> all.put(
                                member.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                member.getValue())));
        return all;
    }

    /** What a reference points to, or the node itself. */
    JsonNode resolved(JsonNode node) {
        var reference = node.path("$ref").asString("");
        if (reference.isEmpty()) {
            return node;
        }
        assertThat(reference).startsWith("#/");
        var found = document.at(reference.substring(1));
        assertThat(found.isMissingNode()).as(reference).isFalse();
        return resolved(found);
    }

    /** A schema on its own: with all components below it, so that references are found. */
    Schema schema(JsonNode schema, boolean closed) {
        var root = JsonMapper.shared().createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.putArray("allOf").add(schema.deepCopy());
        root.putObject("components")
                .set("schemas", document.at("/components/schemas").deepCopy());
        if (closed) {
            close(root);
        }
        return SCHEMAS.getSchema(root.toString(), InputFormat.JSON);
    }

    /** Expects an answer to be what the document says of this operation. */
    void holds(String operation, Client.Reply reply) {
        var described = operations().get(operation);
        assertThat(described).as(operation + " is in the document").isNotNull();
        if (described == null) {
            return;
        }
        var answer = resolved(described.at("/responses").path(String.valueOf(reply.status())));
        assertThat(answer.isMissingNode())
                .as("%s may answer %d: %s", operation, reply.status(), reply.text())
                .isFalse();
        if (!answer.has("content")) {
            assertThat(reply.text()).isEmpty();
            return;
        }
        var content = answer.get("content").path(reply.mediaType());
        assertThat(content.isMissingNode())
                .as("%s may answer %d as %s: %s", operation, reply.status(), reply.mediaType(), reply.text())
                .isFalse();
        fits(content.get("schema"), reply.json(), operation + " " + reply.status());
    }

    /** Expects a value to fit a schema, and to have no member the schema does not name. */
    void fits(JsonNode schema, JsonNode value, String what) {
        var errors = schema(schema, true)
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        assertThat(errors).as("%s: %s", what, value).isEmpty();
    }

    /** The document leaves room for members to come; a test does not, so that none goes unwritten. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(Contract::close);
    }
}
