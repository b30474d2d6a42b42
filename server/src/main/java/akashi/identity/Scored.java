package akashi.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well what is recorded answers what was asked. It orders candidates and explains them; it decides nothing.
 *
 * @param score 0 (nothing in common) to 100 (everything asked agrees)
 * @param grade the weakest grade of what agrees; null where there is no reason to take the two for the same
 * @param lines one line a part, in the order name, birth date, sex
 */
public record Scored(int score, @Nullable Grade grade, List<Line> lines) {
    /** The score of two things of which everything agrees. */
    public static final int FULL = 100;

    public Scored {
        if (score < 0 || score > FULL) {
            throw new IllegalArgumentException("a score of " + score);
        }
        lines = List.copyOf(lines);
    }
}
