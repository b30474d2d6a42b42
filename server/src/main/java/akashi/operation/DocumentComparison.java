package akashi.operation;

import static akashi.operation.Difference.Weight.NEITHER;
import static akashi.operation.Difference.Weight.NEW_LINK;
import static akashi.operation.Difference.Weight.PERSONAL_ITEM;
import static akashi.operation.Difference.Weight.WIDER_RIGHT;

import akashi.definition.CodeList;
import akashi.definition.FieldType;
import akashi.definition.Label;
import akashi.definition.Scope;
import akashi.identity.KeyKind;
import akashi.operation.Comparison.Found;
import akashi.operation.Difference.Kind;
import akashi.organization.PostClass;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One kind of document compared in two versions. */
final class DocumentComparison {
    /** What can say by itself who somebody is, and what holds free text, in which anything may stand. */
    private static final Set<FieldType> PERSONAL = EnumSet.of(
            FieldType.PERSON,
            FieldType.TEXT,
            FieldType.PLATE,
            FieldType.LICENCE_NUMBER,
            FieldType.RESIDENCE_CARD_NUMBER,
            FieldType.PLACE,
            FieldType.PHONE,
            FieldType.PHOTO,
            FieldType.FILE);

    private final Found found;
    private final DocumentType before;
    private final DocumentType after;

    private DocumentComparison(Found found, DocumentType before, DocumentType after) {
        this.found = found;
        this.before = before;
        this.after = after;
    }

    static void run(Found found, DocumentType before, DocumentType after) {
        var comparison = new DocumentComparison(found, before, after);
        comparison.paper();
        comparison.fields();
        comparison.search();
        comparison.life();
        comparison.links();
    }

    /**
     * Whether a field keeps personal data: what names somebody or may hold anything, and everything in a document about
     * a person, because it says something about that person.
     */
    static boolean personal(DocumentType document, Field field) {
        return PERSONAL.contains(field.type())
                || document.fields().stream().anyMatch(other -> other.type() == FieldType.PERSON);
    }

    private void paper() {
        var old = before.paper();
        var now = after.paper();
        unlike(before.name(), after.name(), Kind.DOCUMENT_NAME, false, after.name());
        unlike(before.form().groups(), after.form().groups(), Kind.GROUPS, false);
        boolean form = old.source().equals(now.source()) && old.sourceRequired() == now.sourceRequired();
        if (!form) {
            found.add(Kind.SOURCE_FORM, NEITHER, true, after.name());
        }
        if (old.secondPerson() != now.secondPerson()) {
            found.add(
                    now.secondPerson() ? Kind.SECOND_PERSON_ADDED : Kind.SECOND_PERSON_DROPPED,
                    now.secondPerson() ? NEITHER : WIDER_RIGHT,
                    true,
                    after.name());
        }
        unlike(old.number(), now.number(), Kind.NUMBER, true, now.number().format());
        retention(old.retention(), now.retention());
    }

    private void retention(DocumentType.Retention old, DocumentType.Retention now) {
        Period shorter = old.period();
        Period longer = now.period();
        long years = Comparison.days(longer) - Comparison.days(shorter);
        if (old.start() != now.start()
                || old.fiscalYear() != now.fiscalYear()
                || (shorter == null) != (longer == null)) {
            found.add(Kind.RETENTION_CHANGED, NEITHER, true, after.name());
        } else if (years != 0 && shorter != null && longer != null) {
            found.add(
                    years > 0 ? Kind.RETENTION_LONGER : Kind.RETENTION_SHORTER,
                    NEITHER,
                    true,
                    after.name(),
                    shorter,
                    longer);
        } else {
            unlike(old.basis(), now.basis(), Kind.RETENTION_CHANGED, true);
        }
    }

    private void fields() {
        Comparison.each(
                before.fields(),
                after.fields(),
                Field::name,
                field -> found.add(
                        Kind.FIELD_ADDED,
                        personal(after, field) ? PERSONAL_ITEM : NEITHER,
                        true,
                        after.name(),
                        field.label(),
                        field.type()),
                field -> found.add(Kind.FIELD_REMOVED, NEITHER, true, after.name(), field.label()),
                this::field);
    }

    private void field(Field old, Field now) {
        var label = now.label();
        if (old.type() != now.type()) {
            boolean personal = personal(after, now) && !personal(before, old);
            found.add(
                    Kind.FIELD_TYPE,
                    personal ? PERSONAL_ITEM : NEITHER,
                    true,
                    after.name(),
                    label,
                    old.type(),
                    now.type());
        }
        var rule = old.rule();
        var ruled = now.rule();
        if (rule.required() != ruled.required()) {
            found.add(ruled.required() ? Kind.FIELD_REQUIRED : Kind.FIELD_OPTIONAL, NEITHER, true, after.name(), label);
        }
        boolean condition = rule.requiredWhen().equals(ruled.requiredWhen())
                && rule.many() == ruled.many()
                && rule.unknown() == ruled.unknown()
                && rule.stage() == ruled.stage();
        if (!condition) {
            found.add(Kind.FIELD_CONDITION, NEITHER, true, after.name(), label);
        }
        if (!old.list().equals(now.list())) {
            found.add(Kind.FIELD_LIST, NEITHER, true, after.name(), label, list(old), list(now));
        }
        var limits = old.limits();
        var limited = now.limits();
        boolean same = limits.list() == null
                ? limits.equals(limited)
                : limits.maxLength() == limited.maxLength()
                        && limits.partial() == limited.partial()
                        && limits.future() == limited.future();
        if (!same) {
            found.add(Kind.FIELD_LIMITS, NEITHER, false, after.name(), label);
        }
        if (!old.label().equals(now.label())) {
            found.add(Kind.FIELD_LABEL, NEITHER, false, after.name(), old.label(), label);
        }
        if (!old.look().equals(now.look()) || !old.group().equals(now.group())) {
            found.add(Kind.FIELD_LOOK, NEITHER, false, after.name(), label);
        }
    }

    private static String list(Field field) {
        return field.list().map(CodeList.Ref::toString).orElse("–");
    }

    private void search() {
        var old = before.search();
        var now = after.search();
        for (KeyKind kind : KeyKind.values()) {
            var fed = feeding(old, kind);
            var feeds = feeding(now, kind);
            for (String field : feeds) {
                if (!fed.contains(field)) {
                    found.add(Kind.KEY_ADDED, WIDER_RIGHT, true, after.name(), label(after, field), kind);
                }
            }
            for (String field : fed) {
                if (!feeds.contains(field)) {
                    found.add(Kind.KEY_REMOVED, NEITHER, true, after.name(), label(before, field), kind);
                }
            }
        }
        for (String field : now.existence()) {
            if (!old.existence().contains(field)) {
                found.add(Kind.SHOWN_ADDED, WIDER_RIGHT, true, after.name(), label(after, field));
            }
        }
        for (String field : old.existence()) {
            if (!now.existence().contains(field)) {
                found.add(Kind.SHOWN_REMOVED, NEITHER, true, after.name(), label(before, field));
            }
        }
        boolean more = !old.discriminators().containsAll(now.discriminators()) || now.threshold() < old.threshold();
        boolean candidates = old.discriminators().equals(now.discriminators()) && old.threshold() == now.threshold();
        if (!candidates) {
            found.add(Kind.CANDIDATES, more ? WIDER_RIGHT : NEITHER, true, after.name());
        }
        listing(old.listing(), now.listing());
    }

    private void listing(DocumentType.Listing old, DocumentType.Listing now) {
        boolean wider = now.cap() > old.cap()
                || now.maxDays() > old.maxDays()
                || !old.columns().containsAll(now.columns())
                || !now.required().containsAll(old.required())
                || !old.filters().containsAll(now.filters());
        if (wider) {
            found.add(Kind.LISTING_WIDER, WIDER_RIGHT, true, after.name());
        } else if (!old.equals(now)) {
            found.add(Kind.LISTING_NARROWER, NEITHER, true, after.name());
        }
    }

    private void life() {
        var old = before.life();
        var now = after.life();
        unlike(old.states(), now.states(), Kind.STATES, true);
        unlike(old.initial(), now.initial(), Kind.STATES, true);
        Comparison.each(
                old.transitions(),
                now.transitions(),
                Transition::code,
                step -> found.add(Kind.STEP_ADDED, WIDER_RIGHT, true, after.name(), step.label()),
                step -> found.add(Kind.STEP_REMOVED, NEITHER, true, after.name(), step.label()),
                (a, b) -> step(Kind.STEP_CHANGED, a, b, a.right(), b.right(), b.label()));
        Comparison.each(
                old.endings(),
                now.endings(),
                Ending::code,
                ending -> found.add(Kind.ENDING_ADDED, WIDER_RIGHT, true, after.name(), ending.label()),
                ending -> found.add(Kind.ENDING_REMOVED, NEITHER, true, after.name(), ending.label()),
                (a, b) -> step(Kind.ENDING_CHANGED, a, b, a.right(), b.right(), b.label()));
        unlike(old.expiry(), now.expiry(), Kind.EXPIRY, true);
    }

    private void step(Kind kind, Object old, Object now, NeededRight needed, NeededRight needs, Label label) {
        if (!old.equals(now)) {
            found.add(kind, opens(needed, needs) ? WIDER_RIGHT : NEITHER, true, after.name(), label);
        }
    }

    /** Whether somebody may take a step who could not. */
    private static boolean opens(NeededRight old, NeededRight now) {
        Set<PostClass> posts = now.posts();
        boolean morePosts =
                !old.posts().isEmpty() && (posts.isEmpty() || !old.posts().containsAll(posts));
        return morePosts || old.act() != now.act() || looser(old.scope(), now.scope());
    }

    private static boolean looser(@Nullable Scope old, @Nullable Scope now) {
        return old != null && (now == null || now.compareTo(old) < 0);
    }

    private void links() {
        var old = before.matching();
        var now = after.matching();
        Comparison.each(
                old.counterparts(),
                now.counterparts(),
                DocumentComparison::name,
                link -> found.add(Kind.LINK_ADDED, NEW_LINK, true, after.name(), name(link)),
                link -> found.add(Kind.LINK_REMOVED, NEITHER, true, after.name(), name(link)),
                (a, b) -> unlike(a.threshold(), b.threshold(), Kind.COMPARED, true));
        boolean more = old.parts().isEmpty() && !now.parts().isEmpty();
        if (!old.parts().equals(now.parts())) {
            found.add(Kind.COMPARED, more ? NEW_LINK : NEITHER, true, after.name());
        }
        Comparison.each(
                before.imports(),
                after.imports(),
                ImportMapping::code,
                file -> found.add(Kind.IMPORT_ADDED, NEW_LINK, true, after.name(), file.name()),
                file -> found.add(Kind.IMPORT_REMOVED, NEITHER, true, after.name(), file.name()),
                (a, b) -> found.unlike(a, b, Kind.IMPORT_CHANGED, NEITHER, true, after.name(), b.name()));
    }

    private void unlike(@Nullable Object one, @Nullable Object other, Kind kind, boolean rule, Object... more) {
        var said = new java.util.ArrayList<Object>(List.of(after.name()));
        said.addAll(List.of(more));
        found.unlike(one, other, kind, NEITHER, rule, said.toArray());
    }

    private static String name(Matching.Counterpart link) {
        return link.operation() + "/" + link.document();
    }

    private static Set<String> feeding(DocumentType.Search search, KeyKind kind) {
        var fields = new TreeSet<String>();
        search.keys().stream().filter(key -> key.kinds().contains(kind)).forEach(key -> fields.add(key.field()));
        return fields;
    }

    private static Label label(DocumentType document, String field) {
        return document.field(field).map(Field::label).orElse(new Label(field, field));
    }
}
