package akashi.definition;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What the schema cannot say about a code list. */
final class CodeListCheck {
    private static final Set<String> SEVERITIES = Set.of("danger", "health", "care");

    private final Findings findings;
    private final Set<String> operations;

    private CodeListCheck(Findings findings, Set<String> operations) {
        this.findings = findings;
        this.operations = operations;
    }

    /** Runs all checks on a list that passed the schema. */
    static void run(Findings findings, String fileName, Set<String> operations) {
        new CodeListCheck(findings, operations).run(fileName);
    }

    private void run(String fileName) {
        String name = findings.text("/name");
        if (!fileName.equals(name)) {
            findings.at("/name", "file-name", name, fileName);
        }
        var meanings = new HashSet<String>();
        var codes = new HashSet<String>();
        for (String entry : findings.each("/entries")) {
            if (!codes.add(findings.text(entry + "/code"))) {
                findings.at(entry + "/code", "doubled", findings.text(entry + "/code"));
            }
            ambiguous(entry, meanings);
            if (name.equals("case-registers")) {
                register(entry);
            }
            if (name.equals("cautions") && !SEVERITIES.contains(findings.text(entry + "/details/severity"))) {
                findings.at(
                        entry,
                        "severity-missing",
                        findings.text(entry + "/code"),
                        String.join(", ", SEVERITIES.stream().sorted().toList()));
            }
        }
    }

    /** An outside file's word must mean one entry. */
    private void ambiguous(String entry, Set<String> meanings) {
        var words = new HashSet<String>(findings.texts(entry + "/aliases"));
        words.add(findings.text(entry + "/ja"));
        words.add(findings.text(entry + "/en"));
        words.add(findings.text(entry + "/code"));
        for (String word : words) {
            if (!meanings.add(word)) {
                findings.at(entry, "word-ambiguous", word);
            }
        }
    }

    private void register(String entry) {
        String code = findings.text(entry + "/code");
        String pattern = findings.text(entry + "/details/pattern");
        String example = findings.text(entry + "/details/example");
        if (pattern.isEmpty() || example.isEmpty()) {
            findings.at(entry, "register-incomplete", code);
            return;
        }
        try {
            if (!Pattern.compile(pattern).matcher(example).matches()) {
                findings.at(entry + "/details/example", "register-example", example, pattern);
            }
        } catch (PatternSyntaxException e) {
            findings.at(entry + "/details/pattern", "register-pattern", pattern, e.getDescription());
        }
        String holder = findings.text(entry + "/details/heldBy");
        if (!holder.isEmpty() && !operations.contains(holder)) {
            findings.at(entry + "/details/heldBy", "operation-unknown", holder, sorted(operations));
        }
    }

    private static String sorted(Set<String> words) {
        return String.join(", ", words.stream().sorted().toList());
    }
}
