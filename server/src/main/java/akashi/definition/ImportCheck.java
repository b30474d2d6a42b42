package akashi.definition;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Checks the CSV mappings of a document: every column goes somewhere, every required field comes from somewhere. */
final class ImportCheck {
    private final Findings findings;
    private final String document;
    /** Pointer of each field by its name. */
    private final Map<String, String> fields = new HashMap<>();

    private ImportCheck(Findings findings, String document) {
        this.findings = findings;
        this.document = document;
        for (String field : findings.each(document + "/fields")) {
            fields.putIfAbsent(findings.text(field + "/name"), field);
        }
    }

    static void run(Findings findings, String document) {
        DefinitionCheck.twice(findings, document + "/imports", "code");
        for (String mapping : findings.each(document + "/imports")) {
            new ImportCheck(findings, document).mapping(mapping);
        }
    }

    private void mapping(String mapping) {
        var filled = new HashSet<String>();
        var headers = new HashSet<String>();
        for (String column : findings.each(mapping + "/columns")) {
            column(column, filled);
            for (String header : findings.each(column + "/headers")) {
                if (!headers.add(findings.text(header))) {
                    findings.at(header, "header-twice", findings.text(header));
                }
            }
        }
        for (String input : findings.node(mapping + "/constants").propertyNames()) {
            String pointer = mapping + "/constants/" + input;
            if (!fields.containsKey(FormCheck.base(input))) {
                findings.at(
                        pointer,
                        "field-unknown",
                        FormCheck.base(input),
                        String.join(", ", fields.keySet().stream().sorted().toList()));
            }
            filled.add(FormCheck.base(input));
        }
        covered(mapping, filled);
    }

    private void column(String column, Set<String> filled) {
        String target = findings.text(column + "/target");
        if (!FormCheck.input(findings, fields, column + "/target")) {
            return;
        }
        if (!filled.add(target)) {
            findings.at(column + "/target", "target-twice", target);
        }
        filled.add(FormCheck.base(target));
        String field = fields.getOrDefault(FormCheck.base(target), "");
        boolean date = FormCheck.type(findings, field) == FieldType.DATE;
        if (date != findings.has(column + "/dates")) {
            findings.at(column, date ? "dates-missing" : "dates-idle", target);
        }
        for (String pattern : findings.each(column + "/dates")) {
            try {
                DateTimeFormatter formatter = DateTimeFormatter.ofPattern(findings.text(pattern));
                if (formatter.toString().isEmpty()) {
                    findings.at(pattern, "dates-bad", findings.text(pattern));
                }
            } catch (IllegalArgumentException e) {
                findings.at(pattern, "dates-bad", findings.text(pattern));
            }
        }
        if (findings.has(column + "/unknown") && !findings.flag(field + "/unknown")) {
            findings.at(column + "/unknown", "unknown-unfit", target);
        }
    }

    /** A field that must always be filled must come from a column or a constant. */
    private void covered(String mapping, Set<String> filled) {
        for (String field : findings.each(document + "/fields")) {
            String name = findings.text(field + "/name");
            if (findings.flag(field + "/required")
                    && !findings.text(field + "/stage").equals("end")
                    && !filled.contains(name)) {
                findings.at(mapping, "import-uncovered", name);
            }
        }
    }
}
