package akashi.operation;

import akashi.definition.CodeList;
import akashi.definition.CodeLists;
import akashi.definition.FieldType;
import akashi.definition.MatchingPart;
import akashi.definition.Node;
import akashi.definition.Scope;
import akashi.definition.Widget;
import akashi.definition.Word;
import akashi.identity.KeyKind;
import akashi.organization.PostClass;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Definition} of a tree that has passed its checks. */
final class DefinitionReader {
    private final CodeLists lists;

    DefinitionReader(CodeLists lists) {
        this.lists = lists;
    }

    Definition read(Node tree) {
        return new Definition(
                new OperationCode(tree.text("code")),
                tree.label("name"),
                tree.label("summary"),
                management(tree),
                new Definition.Service(
                        hours(tree.in("hours")),
                        outage(tree.in("outage")),
                        hit(tree.in("hit")),
                        period(tree.in("matching"), "standing")),
                new Definition.Usage(purposes(tree.in("purposes")), eligibility(tree), cautions(tree.in("cautions"))),
                tree.each("documents", this::document));
    }

    private static Definition.Management management(Node tree) {
        Node owner = tree.in("owner");
        return new Definition.Management(
                new Definition.Owner(
                        owner.word("kind", Definition.Owner.Kind.class),
                        owner.word("standing", Definition.Owner.Standing.class, Definition.Owner.Standing.REGULAR),
                        owner.has("refreshHours") ? Integer.valueOf(owner.number("refreshHours", 0)) : null,
                        owner.labelOrNull("note")),
                tree.text("section"),
                tree.each("basis", Node::asLabel),
                tree.each("sources", Node::asLabel),
                LocalDate.parse(tree.text("since")));
    }

    private static Definition.Hours hours(Node hours) {
        return new Definition.Hours(time(hours, "from"), time(hours, "to"), hours.labelOrNull("note"));
    }

    private static @Nullable LocalTime time(Node node, String name) {
        return node.has(name) ? LocalTime.parse(node.text(name)) : null;
    }

    private static Definition.Outage outage(Node outage) {
        return new Definition.Outage(
                outage.each("measures", Node::asLabel), outage.label("paperForm"), outage.number("backEntryHours", 0));
    }

    private static Definition.HitConfirmation hit(Node hit) {
        return new Definition.HitConfirmation(
                hit.flag("needed"), Duration.parse(hit.text("urgent")), Duration.parse(hit.text("ordinary")));
    }

    private List<Purpose> purposes(Node purposes) {
        CodeList names = lists.get(CodeList.Ref.of(purposes.text("list")));
        CodeList registers = lists.get(CodeList.Ref.of(purposes.text("registers")));
        return purposes.each(
                "allowed",
                row -> new Purpose(
                        row.text("code"),
                        entry(names, row.text("code")).label(),
                        row.word("case", Purpose.CaseNeed.class),
                        row.texts("registers").stream()
                                .map(code -> register(entry(registers, code)))
                                .toList()));
    }

    private static CaseRegister register(CodeList.Entry entry) {
        String holder = entry.details().get("heldBy");
        return new CaseRegister(
                entry.code(),
                entry.label(),
                Pattern.compile(entry.details().getOrDefault("pattern", "")),
                entry.details().getOrDefault("example", ""),
                holder == null ? null : new OperationCode(holder));
    }

    private static List<Eligibility> eligibility(Node tree) {
        var rows = new ArrayList<Eligibility>();
        tree.each("eligibility", row -> row)
                .forEach(row -> row.words("acts", Act.class)
                        .forEach(act -> rows.add(new Eligibility(
                                act, row.word("scope", Scope.class), row.words("posts", PostClass.class)))));
        return rows;
    }

    private List<Caution> cautions(Node cautions) {
        CodeList names = lists.get(CodeList.Ref.of(cautions.text("list")));
        return cautions.each("allowed", row -> {
            var entry = entry(names, row.text("code"));
            return new Caution(
                    entry.code(),
                    entry.label(),
                    Caution.Severity.valueOf(Word.constant(entry.details().getOrDefault("severity", "care"))),
                    row.number("staleAfterDays", 1),
                    !row.has("source") || row.text("source").equals("required"));
        });
    }

    private static CodeList.Entry entry(CodeList list, String code) {
        return list.entry(code)
                .orElseThrow(() -> new IllegalStateException("Code list " + list.ref() + " has no " + code));
    }

    private DocumentType document(Node document) {
        return new DocumentType(
                document.text("code"),
                document.label("name"),
                paper(document.in("paper")),
                new DocumentType.Form(
                        document.each(
                                "groups", group -> new DocumentType.Group(group.text("code"), group.label("label"))),
                        document.each("fields", DefinitionReader::field)),
                search(document.in("search")),
                life(document.in("life")),
                document.each("imports", DefinitionReader::mapping),
                matching(document.in("matching")));
    }

    private static DocumentType.Paper paper(Node paper) {
        Node number = paper.in("number");
        Node retention = paper.in("retention");
        return new DocumentType.Paper(
                paper.label("source"),
                paper.flag("sourceRequired"),
                paper.flag("secondPerson"),
                new DocumentType.NumberSeries(number.text("format"), number.number("digits", 5)),
                new DocumentType.Retention(
                        retention.word("start", DocumentType.Retention.Start.class),
                        retention.flag("fiscalYear"),
                        period(retention, "period"),
                        retention.label("basis")));
    }

    private static java.time.@Nullable Period period(Node node, String name) {
        return node.has(name) ? java.time.Period.parse(node.text(name)) : null;
    }

    private static Field field(Node field) {
        FieldType type = field.word("type", FieldType.class);
        Widget widget = field.word("widget", Widget.class, type.widgets().getFirst());
        return new Field(
                field.text("name"),
                type,
                field.label("label"),
                field.text("group"),
                new Field.Look(
                        widget, field.labelOrNull("help"), field.textOrNull("example"), field.labelOrNull("unit")),
                new Field.Rule(
                        field.flag("required"),
                        field.each(
                                "requiredWhen",
                                when -> new Field.When(
                                        when.text("input"), Set.copyOf(when.texts("is")), when.flag("not"))),
                        field.flag("many"),
                        field.flag("unknown"),
                        field.word("stage", Field.Stage.class, Field.Stage.ENTRY)),
                new Field.Limits(
                        field.number("maxLength", usualLength(type, widget)),
                        field.longOrNull("min"),
                        field.longOrNull("max"),
                        field.has("list") ? CodeList.Ref.of(field.text("list")) : null,
                        field.flag("partial"),
                        field.flag("future"),
                        Set.copyOf(field.texts("accept")),
                        field.number("maxBytes", 0)));
    }

    /** The longest text of an input where the definition says nothing. */
    private static int usualLength(FieldType type, Widget widget) {
        return switch (type) {
            case TEXT -> widget == Widget.PARAGRAPH ? 2000 : 200;
            case PERSON -> 100;
            case ARTICLE, PLACE -> 200;
            case DATE, PLATE, LICENCE_NUMBER, RESIDENCE_CARD_NUMBER, PHONE, CHOICE, NUMBER -> 40;
            case SERIAL -> 60;
            case PHOTO, FILE -> 200;
        };
    }

    private static DocumentType.Search search(Node search) {
        Node listing = search.in("listing");
        return new DocumentType.Search(
                search.each(
                        "keys",
                        key -> new DocumentType.Key(
                                key.text("field"),
                                key.words("kinds", KeyKind.class),
                                key.textOrNull("birth"),
                                key.textOrNull("sex"),
                                key.textOrNull("colour"))),
                search.texts("discriminators"),
                search.texts("existence"),
                new DocumentType.Listing(
                        listing.texts("columns"),
                        listing.texts("filters"),
                        listing.texts("required"),
                        listing.number("cap", 1),
                        listing.number("maxDays", 1)),
                search.number("threshold", DocumentType.Search.THRESHOLD));
    }

    private static Matching matching(Node matching) {
        var parts = new EnumMap<MatchingPart, List<String>>(MatchingPart.class);
        for (var part : MatchingPart.values()) {
            var fields = matching.in("parts").texts(Word.of(part));
            if (!fields.isEmpty()) {
                parts.put(part, fields);
            }
        }
        return new Matching(
                parts,
                matching.each(
                        "counterparts",
                        other -> new Matching.Counterpart(
                                new OperationCode(other.text("operation")),
                                other.text("document"),
                                other.number("threshold", Matching.Counterpart.THRESHOLD))));
    }

    private static DocumentType.Life life(Node life) {
        return new DocumentType.Life(
                life.text("initial"),
                life.each(
                        "states",
                        state -> new State(
                                state.text("code"), state.label("label"), state.word("kind", State.Kind.class))),
                life.each(
                        "transitions",
                        step -> new Transition(
                                step.text("code"),
                                step.label("label"),
                                Set.copyOf(step.texts("from")),
                                step.text("to"),
                                right(step.in("right")))),
                life.each(
                        "endings",
                        ending -> new Ending(
                                ending.text("code"),
                                ending.label("label"),
                                Set.copyOf(ending.texts("from")),
                                ending.text("to"),
                                right(ending.in("right")),
                                Set.copyOf(ending.texts("requires")),
                                ending.flag("erase"))),
                life.optional(
                        "expiry",
                        expiry -> new DocumentType.Expiry(
                                expiry.text("field"), expiry.label("label"), period(expiry, "renewal"))));
    }

    private static NeededRight right(Node right) {
        return new NeededRight(
                right.word("act", Act.class),
                right.has("scope") ? right.word("scope", Scope.class) : null,
                right.words("posts", PostClass.class));
    }

    private static ImportMapping mapping(Node mapping) {
        var constants = new java.util.TreeMap<String, String>();
        mapping.in("constants")
                .json()
                .properties()
                .forEach(entry -> constants.put(entry.getKey(), entry.getValue().asString()));
        return new ImportMapping(
                mapping.text("code"),
                mapping.label("name"),
                mapping.texts("charsets"),
                mapping.each(
                        "columns",
                        column -> new ImportMapping.Column(
                                column.texts("headers"),
                                column.text("target"),
                                column.flag("required"),
                                column.texts("unknown"),
                                column.texts("dates"),
                                column.optional(
                                        "pad",
                                        pad -> new ImportMapping.Pad(
                                                pad.number("length", 1),
                                                pad.text("with").charAt(0))))),
                constants,
                mapping.word("doubledColumns", ImportMapping.DoubledColumns.class, ImportMapping.DoubledColumns.REFUSE),
                mapping.word("doubledRows", ImportMapping.DoubledRows.class, ImportMapping.DoubledRows.REFUSE));
    }
}
