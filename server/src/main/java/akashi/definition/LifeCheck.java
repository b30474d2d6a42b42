package akashi.definition;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Checks the states of a record, the steps between them, the rights these need, and what lapses or is kept. */
final class LifeCheck {
    private final Findings findings;
    private final String document;
    private final String life;
    /** Kind of each state by its code. */
    private final Map<String, String> states = new LinkedHashMap<>();

    private final Map<String, String> fields = new HashMap<>();

    private LifeCheck(Findings findings, String document) {
        this.findings = findings;
        this.document = document;
        this.life = document + "/life";
        for (String state : findings.each(life + "/states")) {
            states.put(findings.text(state + "/code"), findings.text(state + "/kind"));
        }
        for (String field : findings.each(document + "/fields")) {
            fields.putIfAbsent(findings.text(field + "/name"), field);
        }
    }

    static void run(Findings findings, String document) {
        var check = new LifeCheck(findings, document);
        DefinitionCheck.twice(findings, check.life + "/states", "code");
        DefinitionCheck.twice(findings, check.life + "/transitions", "code");
        DefinitionCheck.twice(findings, check.life + "/endings", "code");
        check.initial();
        check.transitions();
        check.endings();
        check.reached();
        check.expiry();
        check.retention();
    }

    private void initial() {
        String initial = life + "/initial";
        if (!state(initial)) {
            return;
        }
        boolean second = findings.flag(document + "/paper/secondPerson");
        boolean pending = states.getOrDefault(findings.text(initial), "").equals("pending");
        if (second != pending) {
            findings.at(initial, second ? "initial-not-pending" : "initial-pending", findings.text(initial));
        }
        if (second && pending && !confirmable(findings.text(initial))) {
            findings.at(life + "/transitions", "confirm-missing", findings.text(initial));
        }
    }

    private boolean confirmable(String initial) {
        return findings.each(life + "/transitions").stream()
                .anyMatch(step -> findings.texts(step + "/from").contains(initial)
                        && findings.text(step + "/right/act").equals("confirm")
                        && states.getOrDefault(findings.text(step + "/to"), "").equals("current"));
    }

    private void transitions() {
        for (String step : findings.each(life + "/transitions")) {
            from(step);
            if (state(step + "/to")
                    && states.getOrDefault(findings.text(step + "/to"), "").equals("ended")) {
                findings.at(
                        step + "/to", "transition-ends", findings.text(step + "/code"), findings.text(step + "/to"));
            }
            right(step + "/right");
        }
    }

    private void endings() {
        for (String ending : findings.each(life + "/endings")) {
            from(ending);
            if (state(ending + "/to")
                    && !states.getOrDefault(findings.text(ending + "/to"), "").equals("ended")) {
                findings.at(
                        ending + "/to",
                        "ending-goes-on",
                        findings.text(ending + "/code"),
                        findings.text(ending + "/to"));
            }
            right(ending + "/right");
            for (String field : findings.each(ending + "/requires")) {
                if (!fields.containsKey(findings.text(field))) {
                    unknownField(field);
                }
            }
        }
    }

    private void from(String step) {
        for (String from : findings.each(step + "/from")) {
            if (state(from) && states.getOrDefault(findings.text(from), "").equals("ended")) {
                findings.at(from, "from-ended", findings.text(from));
            }
        }
    }

    /** Somebody must be able to take the step, and only people eligible for its act may be named. */
    private void right(String right) {
        String act = findings.text(right + "/act");
        Set<String> eligible = new HashSet<>();
        for (String row : findings.each("/eligibility")) {
            if (findings.texts(row + "/acts").contains(act) && reaches(row + "/scope", right + "/scope")) {
                eligible.addAll(findings.texts(row + "/posts"));
            }
        }
        if (eligible.isEmpty()) {
            findings.at(right + "/act", "right-nobody", act);
            return;
        }
        for (String post : findings.each(right + "/posts")) {
            if (!eligible.contains(findings.text(post))) {
                findings.at(
                        post,
                        "right-not-eligible",
                        findings.text(post),
                        act,
                        String.join(", ", eligible.stream().sorted().toList()));
            }
        }
    }

    /** Whether an eligibility's scope covers the one a right asks for, if it asks for one. */
    private boolean reaches(String scope, String asked) {
        return !findings.has(asked)
                || Scope.valueOf(Word.constant(findings.text(scope)))
                        .covers(Scope.valueOf(Word.constant(findings.text(asked))));
    }

    private void reached() {
        Set<String> reached = new HashSet<>(Set.of(findings.text(life + "/initial")));
        boolean more = true;
        while (more) {
            more = false;
            for (String kind : new String[] {"/transitions", "/endings"}) {
                for (String step : findings.each(life + kind)) {
                    if (findings.texts(step + "/from").stream().anyMatch(reached::contains)) {
                        more |= reached.add(findings.text(step + "/to"));
                    }
                }
            }
        }
        for (String state : findings.each(life + "/states")) {
            if (!reached.contains(findings.text(state + "/code"))) {
                findings.at(state, "state-unreached", findings.text(state + "/code"));
            }
        }
    }

    private void expiry() {
        String pointer = life + "/expiry/field";
        if (!findings.has(pointer)) {
            return;
        }
        if (!fields.containsKey(findings.text(pointer))) {
            unknownField(pointer);
        } else {
            FieldType type = FormCheck.type(findings, fields.getOrDefault(findings.text(pointer), ""));
            if (type != FieldType.DATE) {
                findings.at(pointer, "expiry-no-date", findings.text(pointer), Word.of(type));
            }
        }
    }

    private void retention() {
        String retention = document + "/paper/retention";
        boolean erases = findings.each(life + "/endings").stream().anyMatch(ending -> findings.flag(ending + "/erase"));
        if (!findings.has(retention + "/period") && !erases) {
            findings.at(retention, "retention-open");
        }
        if (findings.text(retention + "/start").equals("expired") && !findings.has(life + "/expiry")) {
            findings.at(retention + "/start", "retention-no-expiry");
        }
    }

    private boolean state(String pointer) {
        if (states.containsKey(findings.text(pointer))) {
            return true;
        }
        findings.at(pointer, "state-unknown", findings.text(pointer), String.join(", ", states.keySet()));
        return false;
    }

    private void unknownField(String pointer) {
        findings.at(
                pointer,
                "field-unknown",
                findings.text(pointer),
                String.join(", ", fields.keySet().stream().sorted().toList()));
    }
}
