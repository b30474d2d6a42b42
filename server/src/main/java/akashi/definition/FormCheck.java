package akashi.definition;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Checks the form of a document: groups, fields, and the conditions over them. */
final class FormCheck {
    /** Properties that only some types know. */
    private static final Map<String, Set<FieldType>> OF_TYPES = Map.of(
            "min", Set.of(FieldType.NUMBER),
            "max", Set.of(FieldType.NUMBER),
            "unit", Set.of(FieldType.NUMBER),
            "list", Set.of(FieldType.CHOICE, FieldType.ARTICLE),
            "partial", Set.of(FieldType.DATE),
            "future", Set.of(FieldType.DATE),
            "accept", Set.of(FieldType.PHOTO, FieldType.FILE),
            "maxBytes", Set.of(FieldType.PHOTO, FieldType.FILE));

    private final Findings findings;
    private final String document;
    private final CodeLists lists;
    /** Pointer of each field by its name. */
    private final Map<String, String> fields = new HashMap<>();

    private FormCheck(Findings findings, String document, CodeLists lists) {
        this.findings = findings;
        this.document = document;
        this.lists = lists;
        for (String field : findings.each(document + "/fields")) {
            fields.putIfAbsent(findings.text(field + "/name"), field);
        }
    }

    static void run(Findings findings, String document, CodeLists lists) {
        var check = new FormCheck(findings, document, lists);
        DefinitionCheck.twice(findings, document + "/groups", "code");
        DefinitionCheck.twice(findings, document + "/fields", "name");
        for (String field : findings.each(document + "/fields")) {
            check.field(field);
        }
    }

    private void field(String field) {
        FieldType type = type(findings, field);
        group(field);
        OF_TYPES.forEach((property, types) -> {
            if (findings.has(field + "/" + property) && !types.contains(type)) {
                findings.at(field + "/" + property, "property-idle", property, Word.of(type));
            }
        });
        if (OF_TYPES.getOrDefault("list", Set.of()).contains(type)) {
            if (!findings.has(field + "/list")) {
                findings.at(field, "list-missing", findings.text(field + "/name"), Word.of(type));
            } else {
                boolean known = DefinitionCheck.list(findings, lists, field + "/list");
                if (!known) {
                    return;
                }
            }
        }
        if (type.isAttachment() && !(findings.has(field + "/accept") && findings.has(field + "/maxBytes"))) {
            findings.at(field, "attachment-open", findings.text(field + "/name"));
        }
        widget(field, type);
        range(field);
        conditions(field);
    }

    private void group(String field) {
        String group = findings.text(field + "/group");
        var groups = findings.each(document + "/groups").stream()
                .map(pointer -> findings.text(pointer + "/code"))
                .toList();
        if (!groups.contains(group)) {
            findings.at(field + "/group", "group-unknown", group, String.join(", ", groups));
        }
    }

    private void widget(String field, FieldType type) {
        String asked = findings.text(field + "/widget");
        if (asked.isEmpty()) {
            return;
        }
        var fitting = type.widgets().stream().map(Word::of).toList();
        if (!fitting.contains(asked)) {
            findings.at(field + "/widget", "widget-unfit", asked, Word.of(type), String.join(", ", fitting));
        }
    }

    private void range(String field) {
        if (findings.has(field + "/min")
                && findings.has(field + "/max")
                && findings.node(field + "/min").asLong()
                        > findings.node(field + "/max").asLong()) {
            findings.at(field + "/min", "range-empty", findings.text(field + "/min"), findings.text(field + "/max"));
        }
    }

    private void conditions(String field) {
        if (findings.flag(field + "/required") && findings.has(field + "/requiredWhen")) {
            findings.at(field + "/requiredWhen", "condition-idle", findings.text(field + "/name"));
        }
        for (String when : findings.each(field + "/requiredWhen")) {
            String input = findings.text(when + "/input");
            if (!input(findings, fields, when + "/input")) {
                continue;
            }
            String target = fields.getOrDefault(base(input), "");
            if (target.equals(field)) {
                findings.at(when + "/input", "condition-self", input);
            }
            if (findings.has(target + "/list")
                    && lists.find(CodeList.Ref.of(findings.text(target + "/list")))
                            .isPresent()) {
                for (String code : findings.each(when + "/is")) {
                    DefinitionCheck.code(findings, lists, code, target + "/list");
                }
            }
        }
    }

    /** Whether a pointer names an existing input, a field or one of its parts; says so if not. */
    static boolean input(Findings findings, Map<String, String> fields, String pointer) {
        String input = findings.text(pointer);
        String field = fields.get(base(input));
        if (field == null) {
            findings.at(
                    pointer,
                    "field-unknown",
                    base(input),
                    String.join(", ", fields.keySet().stream().sorted().toList()));
            return false;
        }
        var parts = type(findings, field).parts();
        String part = input.contains(".") ? input.substring(input.indexOf('.') + 1) : "";
        if (parts.isEmpty() != part.isEmpty() || (!part.isEmpty() && !parts.contains(part))) {
            findings.at(
                    pointer,
                    "part-unknown",
                    input,
                    parts.isEmpty() ? base(input) : base(input) + "." + String.join(", " + base(input) + ".", parts));
            return false;
        }
        return true;
    }

    static String base(String input) {
        int dot = input.indexOf('.');
        return dot < 0 ? input : input.substring(0, dot);
    }

    static FieldType type(Findings findings, String field) {
        return FieldType.valueOf(Word.constant(findings.text(field + "/type")));
    }
}
