package akashi.definition;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the schema cannot say about a definition: that what it names exists, and that its parts agree. Each kind of
 * fault has its own key, message and way out. The parts of a document are checked by {@link FormCheck},
 * {@link SearchCheck}, {@link LifeCheck} and {@link ImportCheck}.
 */
final class DefinitionCheck {
    private final Findings findings;
    private final CodeLists lists;

    private DefinitionCheck(Findings findings, CodeLists lists) {
        this.findings = findings;
        this.lists = lists;
    }

    /** Runs all checks on a definition that passed the schema. */
    static void run(Findings findings, String fileName, CodeLists lists) {
        var check = new DefinitionCheck(findings, lists);
        if (!findings.text("/code").equals(fileName)) {
            findings.at("/code", "file-name", findings.text("/code"), fileName);
        }
        check.since();
        check.owner();
        check.hours();
        check.hit();
        check.purposes();
        check.cautions();
        check.eligibility();
        check.documents();
    }

    private void since() {
        try {
            LocalDate.parse(findings.text("/since"));
        } catch (DateTimeException e) {
            findings.at("/since", "no-such-day", findings.text("/since"));
        }
    }

    private void owner() {
        boolean copy = findings.text("/owner/kind").equals("local-copy");
        if (copy && !findings.has("/owner/refreshHours")) {
            findings.at("/owner", "refresh-missing");
        }
        if (!copy && findings.has("/owner/refreshHours")) {
            findings.at("/owner/refreshHours", "refresh-idle", findings.text("/owner/kind"));
        }
        String standing = findings.text("/owner/standing");
        if (!standing.isEmpty() && !standing.equals("regular") && !findings.has("/owner/note")) {
            findings.at("/owner", "note-missing", standing);
        }
    }

    private void hours() {
        boolean always = findings.flag("/hours/always");
        boolean bounded = findings.has("/hours/from");
        if (always == bounded) {
            findings.at("/hours", "hours-unclear");
        } else if (bounded
                && !LocalTime.parse(findings.text("/hours/from"))
                        .isBefore(LocalTime.parse(findings.text("/hours/to")))) {
            findings.at("/hours/to", "hours-order", findings.text("/hours/from"), findings.text("/hours/to"));
        }
    }

    private void hit() {
        var urgent = Duration.parse(findings.text("/hit/urgent"));
        var ordinary = Duration.parse(findings.text("/hit/ordinary"));
        if (urgent.compareTo(ordinary) > 0) {
            findings.at("/hit/urgent", "hit-order", findings.text("/hit/urgent"), findings.text("/hit/ordinary"));
        }
    }

    private void purposes() {
        boolean purposesKnown = list(findings, lists, "/purposes/list");
        boolean registersKnown = list(findings, lists, "/purposes/registers");
        var seen = new HashSet<String>();
        for (String row : findings.each("/purposes/allowed")) {
            String code = findings.text(row + "/code");
            if (!seen.add(code)) {
                findings.at(row + "/code", "doubled", code);
            }
            if (purposesKnown) {
                code(findings, lists, row + "/code", "/purposes/list");
            }
            boolean none = findings.text(row + "/case").equals("none");
            if (none && findings.has(row + "/registers")) {
                findings.at(row + "/registers", "registers-idle", code);
            }
            if (!none && !findings.has(row + "/registers")) {
                findings.at(row, "registers-missing", code);
            }
            if (registersKnown) {
                for (String register : findings.each(row + "/registers")) {
                    code(findings, lists, register, "/purposes/registers");
                }
            }
        }
    }

    private void cautions() {
        boolean known = list(findings, lists, "/cautions/list");
        var seen = new HashSet<String>();
        for (String row : findings.each("/cautions/allowed")) {
            if (!seen.add(findings.text(row + "/code"))) {
                findings.at(row + "/code", "doubled", findings.text(row + "/code"));
            }
            if (known) {
                code(findings, lists, row + "/code", "/cautions/list");
            }
        }
    }

    /** The same act in the same scope for the same post class stands once; in another scope it widens. */
    private void eligibility() {
        var seen = new HashSet<String>();
        for (String row : findings.each("/eligibility")) {
            for (String act : findings.texts(row + "/acts")) {
                for (String post : findings.texts(row + "/posts")) {
                    if (!seen.add(act + " " + post + " " + findings.text(row + "/scope"))) {
                        findings.at(row, "eligibility-twice", act, post, findings.text(row + "/scope"));
                    }
                }
            }
        }
    }

    private void documents() {
        twice(findings, "/documents", "code");
        for (String document : findings.each("/documents")) {
            number(document + "/paper/number/format");
            FormCheck.run(findings, document, lists);
            SearchCheck.run(findings, document);
            LifeCheck.run(findings, document);
            ImportCheck.run(findings, document);
            MatchingCheck.run(findings, document);
        }
    }

    private void number(String pointer) {
        for (String place : List.of("{unit}", "{fy}", "{seq}")) {
            if (!findings.text(pointer).contains(place)) {
                findings.at(pointer, "number-place", findings.text(pointer), place);
            }
        }
    }

    /** Whether a list named at a pointer is known; says so if not. */
    static boolean list(Findings findings, CodeLists lists, String pointer) {
        var ref = CodeList.Ref.of(findings.text(pointer));
        if (lists.find(ref).isPresent()) {
            return true;
        }
        var versions = lists.versions(ref.name());
        if (versions.isEmpty()) {
            findings.at(pointer, "list-unknown", ref.name(), String.join(", ", lists.names()));
        } else {
            findings.at(pointer, "list-version", ref.toString(), String.join(", ", versions));
        }
        return false;
    }

    /** Says so when the list named at {@code listPointer}, known to exist, has no such code. */
    static void code(Findings findings, CodeLists lists, String pointer, String listPointer) {
        var list = lists.get(CodeList.Ref.of(findings.text(listPointer)));
        String code = findings.text(pointer);
        if (list.entry(code).isEmpty()) {
            findings.at(
                    pointer,
                    "code-unknown",
                    code,
                    list.ref().toString(),
                    String.join(
                            ", ",
                            list.entries().stream().map(CodeList.Entry::code).toList()));
        }
    }

    /** Says so when two elements of a list have the same name. */
    static void twice(Findings findings, String pointer, String property) {
        Set<String> seen = new HashSet<>();
        for (String element : findings.each(pointer)) {
            String name = findings.text(element + "/" + property);
            if (!seen.add(name)) {
                findings.at(element + "/" + property, "doubled", name);
            }
        }
    }
}
