package akashi.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks how documents are compared: that the fields fit their parts, and that each counterpart is there. */
final class MatchingCheck {
    private MatchingCheck() {}

    /** The parts of one document. */
    static void run(Findings findings, String document) {
        Map<String, String> fields = new HashMap<>();
        for (String field : findings.each(document + "/fields")) {
            fields.putIfAbsent(findings.text(field + "/name"), field);
        }
        for (var part : MatchingPart.values()) {
            for (String pointer : findings.each(document + "/matching/parts/" + Word.of(part))) {
                String name = findings.text(pointer);
                String field = fields.get(name);
                if (field == null) {
                    findings.at(
                            pointer,
                            "field-unknown",
                            name,
                            String.join(", ", fields.keySet().stream().sorted().toList()));
                    continue;
                }
                FieldType type = FormCheck.type(findings, field);
                if (!fitting(part).contains(type)) {
                    findings.at(pointer, "part-unfit", Word.of(part), name, Word.of(type));
                }
            }
        }
    }

    /** Whether each counterpart that any definition names is there and says of itself what can be compared. */
    static List<Fault> counterparts(List<YamlTree> definitions) {
        var comparable = new HashSet<String>();
        for (YamlTree tree : definitions) {
            var findings = new Findings(tree);
            for (String document : findings.each("/documents")) {
                if (findings.has(document + "/matching/parts")) {
                    comparable.add(findings.text("/code") + " " + findings.text(document + "/code"));
                }
            }
        }
        var faults = new ArrayList<Fault>();
        for (YamlTree tree : definitions) {
            var findings = new Findings(tree);
            for (String document : findings.each("/documents")) {
                for (String other : findings.each(document + "/matching/counterparts")) {
                    String named = findings.text(other + "/operation") + " " + findings.text(other + "/document");
                    if (!comparable.contains(named)) {
                        findings.at(other, "counterpart-unknown", named);
                    }
                }
            }
            faults.addAll(findings.faults());
        }
        return faults;
    }

    private static Set<FieldType> fitting(MatchingPart part) {
        return switch (part) {
            case NAME -> Set.of(FieldType.PERSON);
            case MARK -> Set.of(FieldType.TEXT);
            case BIRTH, GONE, FOUND -> Set.of(FieldType.DATE);
            case AGE, HEIGHT -> Set.of(FieldType.NUMBER);
            case SEX, COLOUR -> Set.of(FieldType.CHOICE);
            case NUMBER ->
                Set.of(
                        FieldType.SERIAL,
                        FieldType.PLATE,
                        FieldType.LICENCE_NUMBER,
                        FieldType.RESIDENCE_CARD_NUMBER,
                        FieldType.PHONE);
            case ARTICLE -> Set.of(FieldType.ARTICLE, FieldType.CHOICE);
            case PLACE -> Set.of(FieldType.PLACE);
        };
    }
}
