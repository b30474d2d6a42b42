package akashi.notice;

import akashi.organization.PersonId;
import akashi.organization.PostClass;
import akashi.organization.PostId;
import akashi.organization.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something somebody must know or do (用件). Its text is a message with words that are looked up when it is shown, so it
 * speaks the reader's language and cannot carry what somebody typed.
 *
 * @param key stable name of the matter, its module first, such as {@code rights/request/17}: raised twice it is one
 * @param message message key of the text, filled with the words
 * @param link path of Akashi where it is dealt with
 * @param due last day on which it is in time, or null
 */
public record Task(
        String key,
        Kind kind,
        To to,
        String message,
        List<Word> words,
        String link,
        @Nullable LocalDate due) {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]*(/[A-Za-z0-9._:-]+)+");
    private static final Pattern LINK = Pattern.compile("/([A-Za-z0-9._~-]+/?)*(\\?[A-Za-z0-9._~=&-]*)?(#[a-z0-9-]+)?");
    private static final int LONGEST = 200;

    public Task {
        if (key.length() > LONGEST || !KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("Not the key of a task: " + key);
        }
        if (link.length() > LONGEST || !LINK.matcher(link).matches()) {
            throw new IllegalArgumentException("A task leads to a path of Akashi, not to " + link);
        }
        words = List.copyOf(words);
    }

    /** A task without a last day. */
    public static Task of(Kind kind, String key, To to, String link, String message, Word... words) {
        return new Task(key, kind, to, message, List.of(words), link, null);
    }

    /** The same, to be done until this day. */
    public Task until(LocalDate day) {
        return new Task(key, kind, to, message, words, link, day);
    }

    /** What is expected of whoever it reaches. */
    public enum Kind {
        /** 周知: to be known; whoever reads it says so. */
        NOTICE,
        /** 依頼: to be done at its link; ends when that is done. */
        REQUEST,
        /** 警告: something is wrong or soon will be; whoever takes it up says so. */
        ALERT;

        /** Whether the reader ends it; the others end when what they ask for is done. */
        boolean endsByReading() {
            return this != REQUEST;
        }
    }

    /** Whom it reaches. */
    public sealed interface To {
        /** This person, whatever post they hold. */
        record Person(PersonId person) implements To {}

        /** Whoever holds this post, whoever that is. */
        record Post(PostId post) implements To {}

        /**
         * Whoever holds a post of these classes in the unit or below it.
         *
         * @param unit null for everywhere
         */
        record Holders(Set<PostClass> classes, @Nullable UnitId unit) implements To {
            public Holders {
                classes = Set.copyOf(classes);
                if (classes.isEmpty()) {
                    throw new IllegalArgumentException("A task reaches holders of some class of posts");
                }
            }
        }

        /** Holders of posts of this class, in the unit or below it. */
        static To holders(PostClass postClass, @Nullable UnitId unit) {
            return new Holders(Set.of(postClass), unit);
        }

        /** The head (所属長, 本部の課長) of this 所属. */
        static To headOf(UnitId command) {
            return new Holders(Set.of(PostClass.UNIT_HEAD, PostClass.SECTION_HEAD), command);
        }
    }

    /** Something a text names: looked up in a register, or a figure; never free text. */
    public record Word(Sort sort, String value) {
        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,79}");

        enum Sort {
            UNIT,
            PERSON,
            OPERATION,
            MESSAGE,
            CODE,
            NUMBER,
            DATE
        }

        public Word {
            if (!NAME.matcher(value).matches()) {
                throw new IllegalArgumentException("Not a word of the sort " + sort);
            }
        }

        /** The unit (所属) of this code, by its name today. */
        public static Word unit(String code) {
            return new Word(Sort.UNIT, code);
        }

        /** The member of staff with this number, by post and name; never a data subject. */
        public static Word person(String staffNumber) {
            return new Word(Sort.PERSON, staffNumber);
        }

        /** The operation (対象業務) of this code, by its name. */
        public static Word operation(String code) {
            return new Word(Sort.OPERATION, code);
        }

        /** One of our own texts. */
        public static Word message(String key) {
            return new Word(Sort.MESSAGE, key);
        }

        /** A number of a matter, such as {@code P-2026-17}: letters, digits and {@code . _ / -}. */
        public static Word code(String number) {
            return new Word(Sort.CODE, number);
        }

        public static Word number(int number) {
            return new Word(Sort.NUMBER, Integer.toString(Math.max(0, number)));
        }

        public static Word date(LocalDate day) {
            return new Word(Sort.DATE, day.toString());
        }
    }
}
