package akashi.operation;

import akashi.definition.FieldType;
import akashi.definition.Label;
import akashi.definition.Scope;
import akashi.definition.Word;
import akashi.organization.PostClass;
import akashi.web.Messages;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Locale;

/**
 * One difference between two versions of an operation, to be said in plain words.
 *
 * @param rule whether it touches what the implementation rule (実施要領) of an operation lays down
 * @param said what its words are filled with: labels, words of the format, numbers
 */
public record Difference(Kind kind, Weight weight, boolean rule, List<Object> said) {
    public Difference {
        said = List.copyOf(said);
    }

    /** What makes a change more than a minor one (軽易な変更). */
    public enum Weight {
        /** A kind of personal data that was not kept before. */
        PERSONAL_ITEM,
        /** Somebody may do or see more. */
        WIDER_RIGHT,
        /** Another operation or a file from elsewhere is connected. */
        NEW_LINK,
        NEITHER
    }

    /** What differs; the last part of its message key, {@code operation.difference.KIND}. */
    public enum Kind {
        NAME,
        SUMMARY,
        BASIS,
        SOURCES,
        OWNER,
        SECTION,
        SINCE,
        HOURS,
        OUTAGE,
        HIT,
        STANDING_LONGER,
        STANDING_SHORTER,
        PURPOSE_ADDED,
        PURPOSE_REMOVED,
        PURPOSE_LOOSER,
        PURPOSE_STRICTER,
        REGISTERS,
        CAUTION_ADDED,
        CAUTION_REMOVED,
        CAUTION_CHANGED,
        RIGHT_ADDED,
        RIGHT_REMOVED,
        RIGHT_WIDER,
        RIGHT_NARROWER,
        DOCUMENT_ADDED,
        DOCUMENT_REMOVED,
        DOCUMENT_NAME,
        GROUPS,
        SOURCE_FORM,
        SECOND_PERSON_DROPPED,
        SECOND_PERSON_ADDED,
        NUMBER,
        RETENTION_LONGER,
        RETENTION_SHORTER,
        RETENTION_CHANGED,
        FIELD_ADDED,
        FIELD_REMOVED,
        FIELD_TYPE,
        FIELD_REQUIRED,
        FIELD_OPTIONAL,
        FIELD_CONDITION,
        FIELD_LIST,
        FIELD_LIMITS,
        FIELD_LABEL,
        FIELD_LOOK,
        KEY_ADDED,
        KEY_REMOVED,
        SHOWN_ADDED,
        SHOWN_REMOVED,
        CANDIDATES,
        LISTING_WIDER,
        LISTING_NARROWER,
        STATES,
        STEP_ADDED,
        STEP_REMOVED,
        STEP_CHANGED,
        ENDING_ADDED,
        ENDING_REMOVED,
        ENDING_CHANGED,
        EXPIRY,
        LINK_ADDED,
        LINK_REMOVED,
        COMPARED,
        IMPORT_ADDED,
        IMPORT_REMOVED,
        IMPORT_CHANGED,
        OTHER
    }

    /** The difference in a language. */
    public String text(Messages messages, Locale language) {
        return messages.text(
                language,
                "operation.difference." + Word.of(kind),
                said.stream().map(part -> word(part, messages, language)).toArray());
    }

    /** A label, a word of the format or a number, in a language. */
    public static Object word(Object part, Messages messages, Locale language) {
        return switch (part) {
            case Label label -> label.in(language.getLanguage());
            case Act act -> messages.text(language, "operation.act." + Word.of(act));
            case Scope scope -> messages.text(language, "operation.scope." + Word.of(scope));
            case PostClass post -> messages.text(language, "operation.post." + Word.of(post));
            case FieldType type -> messages.text(language, "operation.type." + Word.of(type));
            case akashi.identity.KeyKind key -> messages.text(language, "operation.key." + Word.of(key));
            case Period period -> period(period, language.getLanguage().equals("en"));
            case Duration duration -> duration(duration, language.getLanguage().equals("en"));
            case Integer number -> number;
            case Long number -> number;
            default -> part.toString();
        };
    }

    private static String period(Period period, boolean english) {
        var words = new java.util.StringJoiner(english ? " " : "");
        add(words, period.getYears(), english ? " years" : "年");
        add(words, period.getMonths(), english ? " months" : "月");
        add(words, period.getDays(), english ? " days" : "日");
        return words.length() == 0 ? "0" : words.toString();
    }

    private static String duration(Duration duration, boolean english) {
        var words = new java.util.StringJoiner(english ? " " : "");
        add(words, (int) duration.toHours(), english ? " h" : "時間");
        add(words, duration.toMinutesPart(), english ? " min" : "分");
        return words.length() == 0 ? "0" : words.toString();
    }

    private static void add(java.util.StringJoiner words, int number, String unit) {
        if (number != 0) {
            words.add(number + unit);
        }
    }
}
