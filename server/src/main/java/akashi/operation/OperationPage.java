package akashi.operation;

import akashi.definition.Scope;
import akashi.definition.Word;
import akashi.identity.KeyKind;
import akashi.organization.PostClass;
import akashi.web.Page;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of an operation, whole.
 *
 * @param name in the viewer's language
 * @param section name of the managing section; empty where the organisation does not know it
 * @param history every version, newest first
 * @param proposes whether the viewer may propose a change
 * @param shipped what the program ships instead; null where that is in force, was, or an old version is shown
 */
record OperationPage(
        OperationVersion version,
        String name,
        String section,
        List<OperationVersion> history,
        Instant now,
        boolean proposes,
        @Nullable Shipped shipped)
        implements Page {
    /**
     * Another version that the program ships and that is not in force.
     *
     * @param differences from the version in force, in plain words
     */
    record Shipped(String hash, List<String> differences) {
        Shipped {
            differences = List.copyOf(differences);
        }
    }

    /** Whether a version is decided and not in force yet. */
    boolean coming(OperationVersion other) {
        return other.from().isAfter(now);
    }

    Definition definition() {
        return version.definition();
    }

    /** The acts somebody is eligible for, in their order. */
    List<Act> acts() {
        return Arrays.stream(Act.values())
                .filter(act -> definition().usage().eligibility().stream().anyMatch(row -> row.act() == act))
                .toList();
    }

    /** The post classes eligible for something, in their order. */
    List<PostClass> posts() {
        return Arrays.stream(PostClass.values())
                .filter(post -> definition().usage().eligibility().stream()
                        .anyMatch(row -> row.posts().contains(post)))
                .toList();
    }

    Optional<Scope> reach(Act act, PostClass post) {
        return definition().eligible(act, post);
    }

    /** The kinds of search keys a field feeds. */
    static List<KeyKind> keys(DocumentType document, Field field) {
        return document.search().keys().stream()
                .filter(key -> key.field().equals(field.name()))
                .flatMap(key -> key.kinds().stream())
                .sorted()
                .toList();
    }

    /** The label of a field in a language, or its name where the document does not know it. */
    static String label(DocumentType document, String field, String lang) {
        return document.field(field).map(found -> found.label().in(lang)).orElse(field);
    }

    static String labels(DocumentType document, Iterable<String> fields, String lang) {
        var labels = new java.util.StringJoiner(lang.equals("en") ? ", " : "、");
        fields.forEach(field -> labels.add(label(document, field, lang)));
        return labels.toString();
    }

    /** The label of a state in a language. */
    static String state(DocumentType document, String code, String lang) {
        return document.state(code).map(state -> state.label().in(lang)).orElse(code);
    }

    /** The word of the format for a constant; the last part of its message key. */
    static String word(Enum<?> constant) {
        return Word.of(constant);
    }

    @Override
    public String template() {
        return "operation/operation";
    }

    @Override
    public String title() {
        return "operation.detail.title";
    }

    @Override
    public List<Object> titleArgs() {
        return List.of(name);
    }
}
