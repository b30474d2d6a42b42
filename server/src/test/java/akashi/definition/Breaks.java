package akashi.definition;

import java.util.List;

/** Every way in which the sample definition is broken for {@link FaultsTest}. */
final class Breaks {
    private Breaks() {}

    /** One break of the sample: what must be found, where it is made, and the path the fault names (empty: any). */
    record Break(String key, String file, String text, String by, String path) {
        @Override
        public String toString() {
            return key + " " + text;
        }
    }

    static final List<Break> ALL = List.of(
            new Break(
                    "alias",
                    "sample.yaml",
                    "basis:\n  - {ja: 見本規則1条, en: 'Sample rules, Art. 1'}",
                    "basis: [&a {ja: x, en: y}, *a]",
                    "basis[1]"),
            new Break("name-twice", "sample.yaml", "code: sample\n", "code: sample\ncode: sample\n", "code"),
            new Break("syntax", "sample.yaml", "hours: {from: '08:30', to: '17:15'}", "hours: {from: '08:30', to", ""),
            new Break("missing", "sample.yaml", "section: SECTION\n", "", ""),
            new Break("missing", "sample.yaml", "{ja: 見本業務, en: Sample}", "{ja: 見本業務}", "name"),
            new Break("unknown-name", "sample.yaml", "section: SECTION", "sektion: SECTION", "sektion"),
            new Break("not-one-of", "sample.yaml", "kind: local-copy", "kind: lokal", "owner.kind"),
            new Break("not-the-value", "sample.yaml", "format: 1", "format: 2", "format"),
            new Break(
                    "wrong-type", "sample.yaml", "backEntryHours: 24", "backEntryHours: soon", "outage.backEntryHours"),
            new Break(
                    "too-few",
                    "sample.yaml",
                    "posts: [officer]}",
                    "posts: []}",
                    "documents[0].life.endings[0].right.posts"),
            new Break("out-of-range", "sample.yaml", "digits: 5", "digits: 50", "documents[0].paper.number.digits"),
            new Break(
                    "entry-twice",
                    "sample.yaml",
                    "existence: [who]",
                    "existence: [who, who]",
                    "documents[0].search.existence"),
            new Break("form-code", "sample.yaml", "code: notice", "code: Notice", "documents[0].code"),
            new Break("form-fieldname", "sample.yaml", "name: height", "name: Height", "documents[0].fields[4].name"),
            new Break(
                    "form-input",
                    "sample.yaml",
                    "input: sex",
                    "input: Sex",
                    "documents[0].fields[5].requiredWhen[0].input"),
            new Break("form-listref", "sample.yaml", "list: sexes@1", "list: sexes", "documents[0].fields[2].list"),
            new Break(
                    "form-period",
                    "sample.yaml",
                    "period: P3Y",
                    "period: 3 years",
                    "documents[0].paper.retention.period"),
            new Break("form-duration", "sample.yaml", "urgent: PT10M", "urgent: 10m", "hit.urgent"),
            new Break("form-time", "sample.yaml", "from: '08:30'", "from: '8:30'", "hours.from"),
            new Break("form-section", "sample.yaml", "section: SECTION", "section: 刑事企画課", "section"),
            new Break("form-since", "sample.yaml", "since: 2011-06-01", "since: 平成23年6月1日", "since"),
            new Break("file-name", "sample.yaml", "code: sample", "code: example", "code"),
            new Break("no-such-day", "sample.yaml", "since: 2011-06-01", "since: 2011-06-31", "since"),
            new Break("refresh-missing", "sample.yaml", "refreshHours: 24, ", "", "owner"),
            new Break("refresh-idle", "sample.yaml", "kind: local-copy", "kind: prefecture", "owner.refreshHours"),
            new Break("note-missing", "sample.yaml", ", note: {ja: 参考, en: Reference}", "", "owner"),
            new Break("hours-unclear", "sample.yaml", "hours: {from", "hours: {always: true, from", "hours"),
            new Break("hours-order", "sample.yaml", "to: '17:15'", "to: '08:15'", "hours.to"),
            new Break("hit-order", "sample.yaml", "urgent: PT10M", "urgent: PT10H", "hit.urgent"),
            new Break(
                    "doubled",
                    "sample.yaml",
                    "{code: upkeep, case: none}",
                    "{code: patrol, case: none}",
                    "purposes.allowed[1].code"),
            new Break("registers-idle", "sample.yaml", "case: optional", "case: none", "purposes.allowed[0].registers"),
            new Break("registers-missing", "sample.yaml", "case: none", "case: required", "purposes.allowed[1]"),
            new Break("list-unknown", "sample.yaml", "list: purposes@1", "list: porpoises@1", "purposes.list"),
            new Break("list-version", "sample.yaml", "list: sexes@1", "list: sexes@2", "documents[0].fields[2].list"),
            new Break("code-unknown", "sample.yaml", "code: upkeep", "code: uplift", "purposes.allowed[1].code"),
            new Break(
                    "code-unknown",
                    "sample.yaml",
                    "registers: [calls]",
                    "registers: [tolls]",
                    "purposes.allowed[0].registers[0]"),
            new Break("code-unknown", "sample.yaml", "{code: armed,", "{code: harmed,", "cautions.allowed[0].code"),
            new Break(
                    "code-unknown",
                    "sample.yaml",
                    "is: [unknown]",
                    "is: [both]",
                    "documents[0].fields[5].requiredWhen[0].is[0]"),
            new Break(
                    "eligibility-twice",
                    "sample.yaml",
                    "acts: [register, confirm, correct, end], scope: own-unit",
                    "acts: [content, register, confirm, correct, end], scope: prefecture",
                    "eligibility[1]"),
            new Break("number-place", "sample.yaml", "-{seq}'", "'", "documents[0].paper.number.format"),
            new Break("group-unknown", "sample.yaml", "group: close", "group: finish", "documents[0].fields[9].group"),
            new Break(
                    "property-idle",
                    "sample.yaml",
                    "group: main, partial: true",
                    "group: main, min: 1, partial: true",
                    "documents[0].fields[1].min"),
            new Break("list-missing", "sample.yaml", "list: sexes@1, ", "", "documents[0].fields[2]"),
            new Break("attachment-open", "sample.yaml", ", maxBytes: 4096", "", "documents[0].fields[8]"),
            new Break(
                    "widget-unfit", "sample.yaml", "widget: radio", "widget: figure", "documents[0].fields[2].widget"),
            new Break("range-empty", "sample.yaml", "min: 10", "min: 1000", "documents[0].fields[4].min"),
            new Break(
                    "condition-idle",
                    "sample.yaml",
                    "group: main, requiredWhen",
                    "group: main, required: true, requiredWhen",
                    "documents[0].fields[5].requiredWhen"),
            new Break(
                    "condition-self",
                    "sample.yaml",
                    "{input: sex, is: [unknown]}",
                    "{input: reason}",
                    "documents[0].fields[5].requiredWhen[0].input"),
            new Break(
                    "field-unknown",
                    "sample.yaml",
                    "{input: sex, is",
                    "{input: gender, is",
                    "documents[0].fields[5].requiredWhen[0].input"),
            new Break(
                    "part-unknown",
                    "sample.yaml",
                    "target: who.written",
                    "target: who.nickname",
                    "documents[0].imports[0].columns[0].target"),
            new Break(
                    "field-unknown",
                    "sample.yaml",
                    "{field: plate, kinds",
                    "{field: number, kinds",
                    "documents[0].search.keys[1].field"),
            new Break(
                    "kind-unfit",
                    "sample.yaml",
                    "kinds: [plate]",
                    "kinds: [phone]",
                    "documents[0].search.keys[1].kinds[0]"),
            new Break(
                    "companion-unfit",
                    "sample.yaml",
                    "birth: born",
                    "birth: plate",
                    "documents[0].search.keys[0].birth"),
            new Break(
                    "field-unknown",
                    "sample.yaml",
                    "discriminators: [who, born]",
                    "discriminators: [who, age]",
                    "documents[0].search.discriminators[1]"),
            new Break(
                    "attachment-shown",
                    "sample.yaml",
                    "columns: [who, born]",
                    "columns: [who, photo]",
                    "documents[0].search.listing.columns[1]"),
            new Break(
                    "end-shown",
                    "sample.yaml",
                    "existence: [who]",
                    "existence: [closedOn]",
                    "documents[0].search.existence[0]"),
            new Break(
                    "filter-unlisted",
                    "sample.yaml",
                    "required: [born]",
                    "required: [plate]",
                    "documents[0].search.listing.required[0]"),
            new Break(
                    "list-unbounded",
                    "sample.yaml",
                    "required: [born]",
                    "required: []",
                    "documents[0].search.listing.required"),
            new Break(
                    "state-unknown",
                    "sample.yaml",
                    "initial: pending",
                    "initial: waiting",
                    "documents[0].life.initial"),
            new Break(
                    "initial-not-pending",
                    "sample.yaml",
                    "initial: pending",
                    "initial: listed",
                    "documents[0].life.initial"),
            new Break(
                    "initial-pending",
                    "sample.yaml",
                    "secondPerson: true",
                    "secondPerson: false",
                    "documents[0].life.initial"),
            new Break(
                    "confirm-missing",
                    "sample.yaml",
                    "right: {act: confirm}",
                    "right: {act: correct}",
                    "documents[0].life.transitions"),
            new Break(
                    "transition-ends",
                    "sample.yaml",
                    "from: [pending], to: listed",
                    "from: [pending], to: ended",
                    "documents[0].life.transitions[0].to"),
            new Break(
                    "ending-goes-on",
                    "sample.yaml",
                    "from: [listed], to: ended",
                    "from: [listed], to: listed",
                    "documents[0].life.endings[0].to"),
            new Break(
                    "from-ended",
                    "sample.yaml",
                    "from: [listed], to: ended",
                    "from: [listed, ended], to: ended",
                    "documents[0].life.endings[0].from[1]"),
            new Break(
                    "right-nobody",
                    "sample.yaml",
                    "right: {act: confirm}",
                    "right: {act: export}",
                    "documents[0].life.transitions[0].right.act"),
            new Break(
                    "right-nobody",
                    "sample.yaml",
                    "right: {act: confirm}",
                    "right: {act: confirm, scope: nation}",
                    "documents[0].life.transitions[0].right.act"),
            new Break(
                    "right-not-eligible",
                    "sample.yaml",
                    "posts: [officer]}",
                    "posts: [auditor]}",
                    "documents[0].life.endings[0].right.posts[0]"),
            new Break(
                    "state-unreached",
                    "sample.yaml",
                    "from: [listed], to: ended",
                    "from: [listed], to: listed",
                    "documents[0].life.states[2]"),
            new Break(
                    "field-unknown",
                    "sample.yaml",
                    "requires: [closedOn]",
                    "requires: [closed]",
                    "documents[0].life.endings[0].requires[0]"),
            new Break(
                    "expiry-no-date",
                    "sample.yaml",
                    "expiry: {field: valid",
                    "expiry: {field: plate",
                    "documents[0].life.expiry.field"),
            new Break(
                    "field-unknown",
                    "sample.yaml",
                    "expiry: {field: valid",
                    "expiry: {field: until",
                    "documents[0].life.expiry.field"),
            new Break("retention-open", "sample.yaml", "period: P3Y, ", "", "documents[0].paper.retention"),
            new Break(
                    "header-twice",
                    "sample.yaml",
                    "headers: [コード]",
                    "headers: [氏名]",
                    "documents[0].imports[0].columns[2].headers[0]"),
            new Break(
                    "target-twice",
                    "sample.yaml",
                    "target: place.municipalityCode",
                    "target: who.written",
                    "documents[0].imports[0].columns[2].target"),
            new Break(
                    "dates-missing", "sample.yaml", "dates: [yyyy-MM-dd], ", "", "documents[0].imports[0].columns[1]"),
            new Break(
                    "dates-idle",
                    "sample.yaml",
                    "target: who.written, ",
                    "target: who.written, dates: [yyyy], ",
                    "documents[0].imports[0].columns[0]"),
            new Break(
                    "dates-bad",
                    "sample.yaml",
                    "dates: [yyyy-MM-dd]",
                    "dates: [nonsense]",
                    "documents[0].imports[0].columns[1].dates[0]"),
            new Break(
                    "unknown-unfit",
                    "sample.yaml",
                    "partial: true, unknown: true",
                    "partial: true",
                    "documents[0].imports[0].columns[1].unknown"),
            new Break(
                    "import-uncovered", "sample.yaml", "min: 10", "required: true, min: 10", "documents[0].imports[0]"),
            new Break(
                    "field-unknown",
                    "sample.yaml",
                    "        charsets: [UTF-8]",
                    "        charsets: [UTF-8]\n        constants: {colour: white}",
                    "documents[0].imports[0].constants.colour"),
            new Break(
                    "part-unfit",
                    "sample.yaml",
                    "mark: [reason]",
                    "mark: [who]",
                    "documents[0].matching.parts.mark[0]"),
            new Break(
                    "field-unknown",
                    "sample.yaml",
                    "mark: [reason]",
                    "mark: [collar]",
                    "documents[0].matching.parts.mark[0]"),
            new Break(
                    "counterpart-unknown",
                    "sample.yaml",
                    "operation: sample, document: notice",
                    "operation: sample, document: card",
                    "documents[0].matching.counterparts[0]"),
            new Break("file-name", "codes/sexes.yaml", "name: sexes", "name: genders", "name"),
            new Break("doubled", "codes/sexes.yaml", "code: female", "code: male", "entries[1].code"),
            new Break("word-ambiguous", "codes/sexes.yaml", "aliases: [女性]", "aliases: [男性]", "entries[1]"),
            new Break(
                    "severity-missing", "codes/cautions.yaml", "{severity: danger}", "{severity: high}", "entries[0]"),
            new Break("register-incomplete", "codes/case-registers.yaml", ", example: C-0001", "", "entries[0]"),
            new Break(
                    "register-example",
                    "codes/case-registers.yaml",
                    "example: C-0001",
                    "example: C-1",
                    "entries[0].details.example"),
            new Break(
                    "register-pattern",
                    "codes/case-registers.yaml",
                    "'C-\\d{4}'",
                    "'C-(\\d{4}'",
                    "entries[0].details.pattern"),
            new Break(
                    "operation-unknown",
                    "codes/case-registers.yaml",
                    "heldBy: sample",
                    "heldBy: other",
                    "entries[0].details.heldBy"));
}
