package akashi.matching;

import akashi.identity.PartialDate;
import java.util.List;
import java.util.Locale;

/**
 * How two documents compare.
 *
 * @param score what it comes to; {@link Relations#threshold} says from where on it is worth a person's look
 * @param lines part by part, what speaks for it and what against
 */
record Comparison(int score, List<Line> lines) {
    Comparison {
        lines = List.copyOf(lines);
    }

    /** How a part speaks. */
    enum Word {
        SAME,
        CLOSE,
        DIFFERENT
    }

    /**
     * One part: what the one side says and what the other, as a text or a date.
     *
     * @param part message key of its name
     * @param how message key of the relation
     */
    record Line(String part, Word word, String how, Object here, Object there, int points) {
        /** What a side says, for a reader of this language. */
        static String say(Object side, Locale language) {
            return side instanceof PartialDate date ? date.display(language) : side.toString();
        }

        /** What is compared is nobody's business in a log line. */
        @Override
        public String toString() {
            return part + " " + word;
        }
    }

    /** How strong it is, for those who look through a queue. */
    static Strength strength(int score) {
        return score >= Comparing.STRONG ? Strength.STRONG : score >= Comparing.FAIR ? Strength.FAIR : Strength.WEAK;
    }

    /** The same in words. */
    enum Strength {
        STRONG,
        FAIR,
        WEAK
    }
}
