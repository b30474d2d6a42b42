package akashi.identity;

import java.util.Locale;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** How pairs of one kind came out. */
@NullMarked
final class Tally {
    private int exact;
    private int variant;
    private int wide;
    private int none;
    private int candidates;

    void count(@Nullable Grade grade, boolean candidate) {
        candidates += candidate ? 1 : 0;
        switch (grade) {
            case null -> none++;
            case EXACT -> exact++;
            case VARIANT -> variant++;
            case WIDE -> wide++;
        }
    }

    void add(Tally other) {
        exact += other.exact;
        variant += other.variant;
        wide += other.wide;
        none += other.none;
        candidates += other.candidates;
    }

    int all() {
        return exact + variant + wide + none;
    }

    /** At EXACT or VARIANT. */
    int same() {
        return exact + variant;
    }

    int found() {
        return exact + variant + wide;
    }

    String line(String label) {
        return String.format(
                Locale.ROOT,
                "%-52s %6d  %6d %6d %6d %6d  %6.2f %%  %6.2f %%  %6.2f %%",
                label,
                all(),
                exact,
                variant,
                wide,
                none,
                percent(same(), all()),
                percent(found(), all()),
                percent(candidates, all()));
    }

    static String heading(String title) {
        return String.format(
                Locale.ROOT,
                "%-52s %6s  %6s %6s %6s %6s  %8s  %8s  %8s",
                title,
                "pairs",
                "exact",
                "vari.",
                "wide",
                "none",
                "ex.+vari.",
                "any",
                "by keys");
    }

    static double percent(int part, int all) {
        return all == 0 ? 0 : 100.0 * part / all;
    }
}
