package akashi.review;

import akashi.definition.FieldType;
import akashi.definition.Scope;
import akashi.operation.Act;
import akashi.operation.Caution;
import akashi.operation.Definition;
import akashi.operation.DocumentType;
import akashi.operation.Field;
import akashi.operation.ImportMapping;
import akashi.organization.PostClass;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a definition is specially important (特に重要), so that a committee examines it: where any question is answered
 * yes. The rules answer, from the two definitions; a reviewer who holds otherwise says why (ADR 14).
 */
public record Importance(Map<Ground, Boolean> answers) {
    /** What reads or takes out what is recorded. */
    private static final Set<Act> READING = EnumSet.of(Act.CONTENT, Act.EXPORT);

    /** Posts that say nothing about whose task it is: whoever serves may hold one. */
    private static final Set<PostClass> GENERAL =
            EnumSet.of(PostClass.OFFICER, PostClass.BOX_OFFICER, PostClass.CIVILIAN, PostClass.PART_TIME_ADVISER);

    /** What shows a face, a nationality or a status, or may hold anything. */
    private static final Set<FieldType> TELLING =
            EnumSet.of(FieldType.PHOTO, FieldType.FILE, FieldType.RESIDENCE_CARD_NUMBER);

    /** What is asked. */
    public enum Ground {
        /** Is something of a sensitive kind (要配慮) kept about people that was not? */
        SENSITIVE_ITEM,
        /** Is another organisation's system or file connected? */
        CONNECTION,
        /** May posts of general duty read or take out what other units recorded? */
        WIDE_CONTENT,
        /** Does a right reach the records of the whole nation that did not? */
        NATIONAL
    }

    static Importance of(@Nullable Definition before, Definition after) {
        var answers = new EnumMap<Ground, Boolean>(Ground.class);
        answers.put(Ground.SENSITIVE_ITEM, more(sensitive(after), before == null ? Set.of() : sensitive(before)));
        answers.put(Ground.CONNECTION, more(connected(after), before == null ? Set.of() : connected(before)));
        answers.put(Ground.WIDE_CONTENT, widened(before, after, READING, GENERAL, Scope.PREFECTURE));
        answers.put(
                Ground.NATIONAL,
                widened(before, after, EnumSet.allOf(Act.class), EnumSet.allOf(PostClass.class), Scope.NATION));
        return new Importance(answers);
    }

    public boolean important() {
        return answers.containsValue(true);
    }

    private static boolean more(Set<String> after, Set<String> before) {
        return !before.containsAll(after);
    }

    /** Cautions, which speak of violence, illness and offences, and telling fields of documents about people. */
    private static Set<String> sensitive(Definition definition) {
        var cautions = definition.usage().cautions().stream().map(Caution::code).map("caution "::concat);
        var fields = definition.documents().stream()
                .filter(document -> document.fields().stream().anyMatch(field -> field.type() == FieldType.PERSON))
                .flatMap(document -> document.fields().stream()
                        .filter(field -> TELLING.contains(field.type()))
                        .map(field -> named(document, field)));
        return Stream.concat(cautions, fields).collect(Collectors.toSet());
    }

    private static String named(DocumentType document, Field field) {
        return document.code() + "." + field.name() + " " + field.type();
    }

    /** Whose data it is where it is not the prefecture's own, and files that come from elsewhere. */
    private static Set<String> connected(Definition definition) {
        var owner = definition.management().owner().kind();
        var owners = owner == Definition.Owner.Kind.PREFECTURE ? Stream.<String>of() : Stream.of(owner.name());
        var files = definition.documents().stream()
                .flatMap(document -> document.imports().stream().map(ImportMapping::code));
        return Stream.concat(owners, files).collect(Collectors.toSet());
    }

    /** Whether somebody of these posts reaches this far by one of these acts, and did not before. */
    private static boolean widened(
            @Nullable Definition before, Definition after, Set<Act> acts, Set<PostClass> posts, Scope least) {
        for (Act act : acts) {
            for (PostClass post : posts) {
                boolean now = reaches(after, act, post, least);
                if (now && (before == null || !reaches(before, act, post, least))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean reaches(Definition definition, Act act, PostClass post, Scope least) {
        return definition
                .eligible(act, post)
                .filter(scope -> scope.covers(least))
                .isPresent();
    }
}
