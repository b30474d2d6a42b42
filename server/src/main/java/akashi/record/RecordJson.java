package akashi.record;

import akashi.document.Body;
import akashi.document.CautionNote;
import akashi.document.RecordedPerson;
import akashi.document.Values;
import akashi.identity.Parsed;
import akashi.identity.PartialDate;
import akashi.identity.PersonName;
import akashi.operation.DocumentType;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How documents and summaries lie in {@code jsonb} columns. */
final class RecordJson {
    /** Longest summary; see the check in the table. */
    private static final int SUMMARY_BYTES = 2_000;

    private static final int SUMMARY_TEXT = 40;

    /** Most persons a question is compared with in one record. */
    private static final int PERSONS = 10;

    private static final int SUMMARY_SOURCE = 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RecordJson() {}

    /** What an existence answer may show, and the persons a question is compared with. */
    record Summary(
            Values fields,
            List<CautionNote> cautions,
            @Nullable LocalDate validUntil,
            List<RecordedPerson> persons) {
        Summary {
            cautions = List.copyOf(cautions);
            persons = List.copyOf(persons);
        }
    }

    static String body(Body body) {
        return written(json -> {
            json.writeStartObject();
            json.writeName("values");
            values(json, body.values().byInput());
            json.writeName("cautions");
            cautions(json, body.cautions(), Integer.MAX_VALUE);
            json.writeEndObject();
        });
    }

    private static String written(Consumer<JsonGenerator> what) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            what.accept(json);
        }
        return text.toString();
    }

    static Body body(String json) {
        JsonNode root = JSON.readTree(json);
        return new Body(values(root.path("values")), cautions(root.path("cautions")));
    }

    /**
     * The inputs of the fields that existence answers and candidates show; long texts are cut, the last fields left out
     * at need.
     *
     * @param persons by whom the document is found
     */
    static String summary(DocumentType type, Body body, List<RecordedPerson> persons) {
        SequencedSet<String> fields = new LinkedHashSet<>(type.search().existence());
        fields.addAll(type.search().discriminators());
        SequencedMap<String, List<String>> shown = new LinkedHashMap<>();
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
            String summary = summary(shown, cautions, until, persons);
            if (shown.isEmpty() || summary.getBytes(StandardCharsets.UTF_8).length <= SUMMARY_BYTES) {
                return summary;
            }
            shown.pollLastEntry();
        }
    }

    private static String summary(
            Map<String, List<String>> shown, List<CautionNote> cautions, String until, List<RecordedPerson> persons) {
        return written(json -> {
            json.writeStartObject();
            json.writeName("f");
            values(json, shown);
            if (!cautions.isEmpty()) {
                json.writeName("c");
                cautions(json, cautions, SUMMARY_SOURCE);
            }
            if (!until.isEmpty()) {
                json.writeStringProperty("u", until);
            }
            if (!persons.isEmpty()) {
                json.writeName("p");
                persons(json, persons.subList(0, Math.min(PERSONS, persons.size())));
            }
            json.writeEndObject();
        });
    }

    static Summary summary(String json) {
        JsonNode root = JSON.readTree(json);
        LocalDate until = root.has("u") ? latest(root.path("u").asString()) : null;
        return new Summary(values(root.path("f")), cautions(root.path("c")), until, persons(root.path("p")));
    }

    private static void persons(JsonGenerator json, List<RecordedPerson> persons) {
        json.writeStartArray();
        for (RecordedPerson person : persons) {
            PersonName name = person.name();
            json.writeStartObject();
            json.writeStringProperty("w", name.written());
            put(json, "k", name.kana());
            put(json, "r", name.romaji());
            put(json, "b", person.birth() == null ? null : person.birth().canonical());
            put(json, "s", person.sex());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void put(JsonGenerator json, String name, @Nullable String text) {
        if (text != null) {
            json.writeStringProperty(name, text);
        }
    }

    private static List<RecordedPerson> persons(JsonNode array) {
        List<RecordedPerson> persons = new ArrayList<>();
        array.forEach(node -> persons.add(new RecordedPerson(
                new PersonName(node.path("w").asString(), text(node, "k"), text(node, "r")),
                node.has("b") ? date(node.path("b").asString()) : null,
                text(node, "s"))));
        return persons;
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.has(name) ? node.path(name).asString() : null;
    }

    /** The fields lists may be narrowed by, as {@code {"input": ["text"]}}. */
    static String listing(DocumentType type, Values values) {
        Map<String, List<String>> kept = new TreeMap<>();
        type.search()
                .listing()
                .filters()
                .forEach(name -> type.field(name)
                        .ifPresent(field -> field.inputs().stream()
                                .filter(input -> !values.all(input).isEmpty())
                                .forEach(input -> kept.put(input, values.all(input)))));
        return written(json -> values(json, kept));
    }

    /** One filter of a list, in the form a {@code listing} column is compared with. */
    static String filter(Map<String, String> byInput) {
        return written(json -> values(json, Values.of(byInput).byInput()));
    }

    private static @Nullable LocalDate latest(String canonical) {
        PartialDate date = date(canonical);
        return date == null ? null : date.to();
    }

    private static @Nullable PartialDate date(String canonical) {
        return switch (PartialDate.parse(canonical)) {
            case Parsed.Good<PartialDate>(var date) -> date;
            case Parsed.Bad<PartialDate> _ -> null;
        };
    }

    private static void keep(Map<String, List<String>> shown, String input, Values values) {
        List<String> texts = values.all(input).stream()
                .map(text -> cut(text, SUMMARY_TEXT))
                .limit(5)
                .toList();
        if (!texts.isEmpty()) {
            shown.put(input, texts);
        }
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
    }

    private static void values(JsonGenerator json, Map<String, List<String>> byInput) {
        json.writeStartObject();
        byInput.forEach((input, texts) -> {
            json.writeArrayPropertyStart(input);
            texts.forEach(json::writeString);
            json.writeEndArray();
        });
        json.writeEndObject();
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

    private static void cautions(JsonGenerator json, List<CautionNote> cautions, int longestSource) {
        json.writeStartArray();
        for (CautionNote note : cautions) {
            json.writeStartObject();
            json.writeStringProperty("code", note.code());
            json.writeStringProperty("source", cut(note.source(), longestSource));
            json.writeStringProperty("noted", note.noted().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
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
