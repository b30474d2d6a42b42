package akashi.identity;

import akashi.writing.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How close two texts are, and by which rule.
 *
 * @param score 0–100
 * @param grade null where they differ
 * @param rule the rule that made them meet; null where they are the same or differ
 */
record Sim(int score, @Nullable Grade grade, @Nullable Rule rule) {
    static final Sim SAME = new Sim(Scored.FULL, Grade.EXACT, null);
    static final Sim DIFFERENT = new Sim(0, null, null);

    boolean agrees() {
        return grade != null;
    }

    Sim better(Sim other) {
        return other.score > score ? other : this;
    }

    Line line(String part, String asked, String recorded) {
        String what = grade == null ? "different" : rule == null ? "same" : rule.label();
        return new Line(part, grade, "identity.match." + what, List.of(asked, recorded));
    }
}
