package akashi.comparison;

import akashi.identity.PartialDate;
import java.util.List;
import java.util.Locale;

/**
 * How two documents compare.
 *
 * @param score what it comes to; the definition says from where on it is worth a person's look
 * @param lines part by part, what speaks for it and what against
 */
public record Comparison(int score, List<Line> lines) {
    public Comparison {
        lines = List.copyOf(lines);
    }

    /** How a part speaks. */
    public enum Word {
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
    public record Line(String part, Word word, String how, Object here, Object there, int points) {
        /** What a side says, for a reader of this language. */
        public static String say(Object side, Locale language) {
            return side instanceof PartialDate date ? date.display(language) : side.toString();
        }

        /** What is compared is nobody's business in a log line. */
        @Override
        public String toString() {
            return part + " " + word;
        }
    }

    /** How strong it is, for those who look through a queue. */
    public static Strength strength(int score) {
        return score >= Comparing.STRONG ? Strength.STRONG : score >= Comparing.FAIR ? Strength.FAIR : Strength.WEAK;
    }

    /** The same in words. */
    public enum Strength {
        STRONG,
        FAIR,
        WEAK
    }
}
