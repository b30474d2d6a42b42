package akashi.operation;

import akashi.definition.CodeList;
import akashi.definition.FieldType;
import akashi.definition.Label;
import akashi.definition.Widget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One field of a document: everything needed to draw it on a form, to check what was entered, and to read it from a
 * file.
 *
 * <p>Values travel as texts by input name, several where the field may repeat: {@code Map<String, List<String>>}. A
 * composite field ({@link FieldType#parts()}) has one input per part.
 *
 * @param group code of the {@link DocumentType.Group} on whose part of the form the field stands
 */
public record Field(String name, FieldType type, Label label, String group, Look look, Rule rule, Limits limits) {
    /**
     * What an input holds when the person entering says the fact is not known; allowed where {@link #unknownAllowed()}.
     */
    public static final String UNKNOWN = "不明";

    /** Whether this is how somebody writes that the fact is not known, in either language. */
    public static boolean saysUnknown(String typed) {
        return typed.equals(UNKNOWN) || typed.equalsIgnoreCase("unknown");
    }

    /** When a field is asked for. */
    public enum Stage {
        /** At registration, and in every correction. */
        ENTRY,
        /** Only when the record is ended. */
        END
    }

    /** How a field looks on a form. */
    public record Look(
            Widget widget,
            @Nullable Label help,
            @Nullable String example,
            @Nullable Label unit) {}

    /**
     * When a field must be filled.
     *
     * @param requiredWhen every one of these conditions must hold for the field to be required; empty means none is
     *     stated
     */
    public record Rule(boolean required, List<When> requiredWhen, boolean many, boolean unknown, Stage stage) {
        public Rule {
            requiredWhen = List.copyOf(requiredWhen);
        }
    }

    /**
     * What may be entered.
     *
     * @param maxLength longest text of each input, in Unicode code points
     * @param list the code list of a choice, or of an article's kind
     * @param partial whether parts of a date may be unknown
     * @param future whether a date may lie after today
     * @param accept media types of an attachment
     * @param maxBytes largest attachment
     */
    public record Limits(
            int maxLength,
            @Nullable Long min,
            @Nullable Long max,
            CodeList.@Nullable Ref list,
            boolean partial,
            boolean future,
            Set<String> accept,
            long maxBytes) {
        public Limits {
            accept = Set.copyOf(accept);
        }
    }

    /**
     * A condition over another field of the same document.
     *
     * @param input the field, or {@code field.part}
     * @param is the codes of which one must be there; empty asks only whether the input is filled
     * @param negated turns the condition round
     */
    public record When(String input, Set<String> is, boolean negated) {
        public When {
            is = Set.copyOf(is);
        }

        /** Whether the condition holds for what was entered. */
        public boolean holds(Map<String, List<String>> values) {
            boolean met = false;
            for (String value : values.getOrDefault(input, List.of())) {
                met |= !value.isBlank() && (is.isEmpty() || is.contains(value));
            }
            return met != negated;
        }
    }

    /** The input names of this field: its own name, or {@code name.part} for each part. */
    public List<String> inputs() {
        if (type.parts().isEmpty()) {
            return List.of(name);
        }
        List<String> inputs = new ArrayList<>(type.parts().size());
        for (String part : type.parts()) {
            inputs.add(name + "." + part);
        }
        return inputs;
    }

    /** The input that must be filled for the field to count as filled: a person's written name, an article's kind. */
    public List<String> decisiveInputs() {
        return switch (type) {
            case PERSON -> List.of(name + ".written", name + ".kana", name + ".romaji");
            case ARTICLE -> List.of(name + ".kind");
            case PLACE -> List.of(name + ".prefecture", name + ".municipality", name + ".town", name + ".detail");
            case TEXT, DATE, PLATE, LICENCE_NUMBER, RESIDENCE_CARD_NUMBER, SERIAL, PHONE, CHOICE, NUMBER, PHOTO, FILE ->
                List.of(name);
        };
    }

    /** Whether any decisive input holds a value. */
    public boolean isFilled(Map<String, List<String>> values) {
        for (String input : decisiveInputs()) {
            for (String value : values.getOrDefault(input, List.of())) {
                if (!value.isBlank()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the field must be filled given what was entered elsewhere. */
    public boolean isRequired(Map<String, List<String>> values) {
        if (rule.required()) {
            return true;
        }
        return !rule.requiredWhen().isEmpty() && rule.requiredWhen().stream().allMatch(when -> when.holds(values));
    }

    public Optional<Label> help() {
        return Optional.ofNullable(look.help());
    }

    public Optional<String> example() {
        return Optional.ofNullable(look.example());
    }

    public Widget widget() {
        return look.widget();
    }

    public Optional<CodeList.Ref> list() {
        return Optional.ofNullable(limits.list());
    }

    public boolean many() {
        return rule.many();
    }

    public boolean unknownAllowed() {
        return rule.unknown();
    }

    public Stage stage() {
        return rule.stage();
    }

    public int maxLength() {
        return limits.maxLength();
    }
}
