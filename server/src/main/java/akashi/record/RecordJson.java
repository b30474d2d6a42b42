package akashi.record;

import akashi.operation.DocumentType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How documents and summaries lie in {@code jsonb} columns. */
final class RecordJson {
    /** A summary longer than this would not fit the covering index; see the check in the table. */
    private static final int SUMMARY_BYTES = 960;

    private static final int SUMMARY_TEXT = 40;
    private static final int SUMMARY_SOURCE = 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RecordJson() {}

    /** What a document says with the cautions on it. */
    record Body(Values values, List<CautionNote> cautions) {
        Body {
            cautions = List.copyOf(cautions);
        }
    }

    /** What an existence answer may show. */
    record Summary(
            Values fields,
            List<CautionNote> cautions,
            @Nullable LocalDate validUntil) {
        Summary {
            cautions = List.copyOf(cautions);
        }
    }

    static String body(Body body) {
        ObjectNode root = JSON.createObjectNode();
        root.set("values", values(body.values()));
        root.set("cautions", cautions(body.cautions(), Integer.MAX_VALUE));
        return JSON.writeValueAsString(root);
    }

    static Body body(String json) {
        JsonNode root = JSON.readTree(json);
        return new Body(values(root.path("values")), cautions(root.path("cautions")));
    }

    /**
     * The inputs of the fields that existence answers and candidates show; long texts are cut, the last fields left out
     * at need.
     */
    static String summary(DocumentType type, Body body) {
        SequencedSet<String> fields = new LinkedHashSet<>(type.search().existence());
        fields.addAll(type.search().discriminators());
        Map<String, List<String>> shown = new LinkedHashMap<>();
        for (String name : fields) {
            type.field(name)
                    .filter(field -> !field.type().isAttachment())
                    .ifPresent(field -> field.inputs().stream()
                            .filter(input -> !input.endsWith(".municipalityCode"))
                            .forEach(input -> keep(shown, input, body.values())));
        }
        String until =
                type.expiry().map(expiry -> body.values().first(expiry.field())).orElse("");
        List<CautionNote> cautions =
                body.cautions().subList(0, Math.min(5, body.cautions().size()));
        while (true) {
            ObjectNode root = JSON.createObjectNode();
            root.set("f", values(Values.ofMany(shown)));
            if (!cautions.isEmpty()) {
                root.set("c", cautions(cautions, SUMMARY_SOURCE));
            }
            if (!until.isEmpty()) {
                root.put("u", until);
            }
            String json = JSON.writeValueAsString(root);
            if (shown.isEmpty() || json.getBytes(StandardCharsets.UTF_8).length <= SUMMARY_BYTES) {
                return json;
            }
            List<String> inputs = new ArrayList<>(shown.keySet());
            shown.remove(inputs.getLast());
        }
    }

    static Summary summary(String json) {
        JsonNode root = JSON.readTree(json);
        LocalDate until = root.has("u") ? latest(root.path("u").asString()) : null;
        return new Summary(values(root.path("f")), cautions(root.path("c")), until);
    }

    /** The fields lists may be narrowed by, as {@code {"input": ["text"]}}. */
    static String listing(DocumentType type, Values values) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        type.search()
                .listing()
                .filters()
                .forEach(name -> type.field(name)
                        .ifPresent(field -> field.inputs().stream()
                                .filter(input -> !values.all(input).isEmpty())
                                .forEach(input -> kept.put(input, values.all(input)))));
        return JSON.writeValueAsString(values(Values.ofMany(kept)));
    }

    /** One filter of a list, in the form a {@code listing} column is compared with. */
    static String filter(Map<String, String> byInput) {
        return JSON.writeValueAsString(values(Values.of(byInput)));
    }

    private static @Nullable LocalDate latest(String canonical) {
        return switch (akashi.identity.PartialDate.parse(canonical)) {
            case akashi.identity.Parsed.Good<akashi.identity.PartialDate>(var date) -> date.to();
            case akashi.identity.Parsed.Bad<akashi.identity.PartialDate> _ -> null;
        };
    }

    private static void keep(Map<String, List<String>> shown, String input, Values values) {
        List<String> texts =
                values.all(input).stream().map(RecordJson::cut).limit(5).toList();
        if (!texts.isEmpty()) {
            shown.put(input, texts);
        }
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= SUMMARY_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SUMMARY_TEXT)) + "…";
    }

    private static ObjectNode values(Values values) {
        ObjectNode node = JSON.createObjectNode();
        values.byInput().forEach((input, texts) -> {
            ArrayNode array = node.putArray(input);
            texts.forEach(array::add);
        });
        return node;
    }

    private static Values values(JsonNode node) {
        TreeMap<String, List<String>> byInput = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            List<String> texts = new ArrayList<>();
            entry.getValue().forEach(text -> texts.add(text.asString()));
            byInput.put(entry.getKey(), texts);
        }
        return new Values(byInput);
    }

    private static ArrayNode cautions(List<CautionNote> cautions, int longestSource) {
        ArrayNode array = JSON.createArrayNode();
        for (CautionNote note : cautions) {
            String source = note.source();
            boolean fits = source.codePointCount(0, source.length()) <= longestSource;
            array.addObject()
                    .put("code", note.code())
                    .put(
                            "source",
                            fits ? source : source.substring(0, source.offsetByCodePoints(0, longestSource)) + "…")
                    .put("noted", note.noted().toString());
        }
        return array;
    }

    private static List<CautionNote> cautions(JsonNode array) {
        List<CautionNote> cautions = new ArrayList<>();
        array.forEach(note -> cautions.add(new CautionNote(
                note.path("code").asString(),
                note.path("source").asString(),
                LocalDate.parse(note.path("noted").asString()))));
        return cautions;
    }
}
