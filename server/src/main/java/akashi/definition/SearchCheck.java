package akashi.definition;

import akashi.identity.KeyKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Checks how a document is found: its keys, and the fields shown in answers and lists. */
final class SearchCheck {
    private final Findings findings;
    private final String search;
    /** Pointer of each field by its name. */
    private final Map<String, String> fields = new HashMap<>();

    private SearchCheck(Findings findings, String document) {
        this.findings = findings;
        this.search = document + "/search";
        for (String field : findings.each(document + "/fields")) {
            fields.putIfAbsent(findings.text(field + "/name"), field);
        }
    }

    static void run(Findings findings, String document) {
        var check = new SearchCheck(findings, document);
        check.keys();
        for (String place : new String[] {"/discriminators", "/existence", "/listing/columns", "/listing/filters"}) {
            check.shown(check.search + place);
        }
        check.listing();
    }

    private void keys() {
        for (String key : findings.each(search + "/keys")) {
            if (!known(key + "/field")) {
                continue;
            }
            FieldType type = FormCheck.type(findings, fields.getOrDefault(findings.text(key + "/field"), ""));
            for (String kind : findings.each(key + "/kinds")) {
                var fitting = feeds(KeyKind.valueOf(Word.constant(findings.text(kind))));
                boolean written = fitting == FieldType.PERSON && type == FieldType.TEXT;
                if (type != fitting && !written) {
                    findings.at(kind, "kind-unfit", findings.text(kind), Word.of(fitting), Word.of(type));
                }
            }
            companion(key + "/birth", FieldType.DATE);
            companion(key + "/sex", FieldType.CHOICE);
            companion(key + "/colour", FieldType.CHOICE);
        }
    }

    /** The type of field that feeds a kind of key; a name may also stand in a text (着衣の記名). */
    private static FieldType feeds(KeyKind kind) {
        return switch (kind) {
            case NAME_KANJI, NAME_KANA, NAME_ROMAJI, NAME_PART, NAME_NEAR -> FieldType.PERSON;
            case PLATE, PLATE_NUMBER -> FieldType.PLATE;
            case CHASSIS, BICYCLE, SERIAL -> FieldType.SERIAL;
            case LICENCE -> FieldType.LICENCE_NUMBER;
            case RESIDENCE_CARD -> FieldType.RESIDENCE_CARD_NUMBER;
            case PHONE -> FieldType.PHONE;
        };
    }

    private void companion(String pointer, FieldType wanted) {
        if (findings.has(pointer) && known(pointer)) {
            FieldType type = FormCheck.type(findings, fields.getOrDefault(findings.text(pointer), ""));
            if (type != wanted) {
                findings.at(pointer, "companion-unfit", findings.text(pointer), Word.of(wanted), Word.of(type));
            }
        }
    }

    private void shown(String list) {
        for (String pointer : findings.each(list)) {
            if (!known(pointer)) {
                continue;
            }
            String field = fields.getOrDefault(findings.text(pointer), "");
            if (FormCheck.type(findings, field).isAttachment()) {
                findings.at(pointer, "attachment-shown", findings.text(pointer));
            }
            if (findings.text(field + "/stage").equals("end")) {
                findings.at(pointer, "end-shown", findings.text(pointer));
            }
        }
    }

    private void listing() {
        Set<String> filters = Set.copyOf(findings.texts(search + "/listing/filters"));
        for (String pointer : findings.each(search + "/listing/required")) {
            if (!filters.contains(findings.text(pointer))) {
                findings.at(
                        pointer,
                        "filter-unlisted",
                        findings.text(pointer),
                        String.join(", ", filters.stream().sorted().toList()));
            }
        }
        if (findings.each(search + "/listing/required").isEmpty()) {
            findings.at(search + "/listing/required", "list-unbounded");
        }
    }

    private boolean known(String pointer) {
        if (fields.containsKey(findings.text(pointer))) {
            return true;
        }
        findings.at(
                pointer,
                "field-unknown",
                findings.text(pointer),
                String.join(", ", fields.keySet().stream().sorted().toList()));
        return false;
    }
}
