package akashi.record;

import akashi.document.Body;
import akashi.document.CautionNote;
import akashi.document.RecordedPerson;
import akashi.document.Values;
import akashi.identity.Parsed;
import akashi.identity.PartialDate;
import akashi.identity.PersonName;
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
     *
     * @param persons by whom the document is found
     */
    static String summary(DocumentType type, Body body, List<RecordedPerson> persons) {
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
            persons(root, persons);
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
        return new Summary(values(root.path("f")), cautions(root.path("c")), until, persons(root.path("p")));
    }

    private static void persons(ObjectNode root, List<RecordedPerson> persons) {
        if (persons.isEmpty()) {
            return;
        }
        ArrayNode array = root.putArray("p");
        for (RecordedPerson person : persons.subList(0, Math.min(PERSONS, persons.size()))) {
            PersonName name = person.name();
            ObjectNode node = array.addObject().put("w", name.written());
            put(node, "k", name.kana());
            put(node, "r", name.romaji());
            put(node, "b", person.birth() == null ? null : person.birth().canonical());
            put(node, "s", person.sex());
        }
    }

    private static void put(ObjectNode node, String name, @Nullable String text) {
        if (text != null) {
            node.put(name, text);
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
