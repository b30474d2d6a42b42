package akashi.matching;

import akashi.comparison.Comparison;
import akashi.usage.Proved;
import akashi.web.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two records side by side, what speaks for them and what against, and what was said about them.
 *
 * @param comparison null where the viewer may not see both
 * @param error message key of what was wrong with the last verdict
 */
record PairPage(
        Pair pair,
        SideView first,
        SideView second,
        @Nullable Comparison comparison,
        List<Saying> said,
        May may,
        @Nullable String error,
        Proved proof)
        implements Page {
    PairPage {
        said = List.copyOf(said);
    }

    /** What the viewer may do with it. */
    record May(boolean judge, boolean undo, boolean own) {}

    /** One verdict with the name of who gave it. */
    record Saying(Pair.Word word, String reason, Instant at, String by) {}

    List<SideView> sides() {
        return List.of(first, second);
    }

    /** The sign of a line: never colour alone. */
    static String sign(Comparison.Word word) {
        return switch (word) {
            case SAME -> "＝";
            case CLOSE -> "≈";
            case DIFFERENT -> "≠";
        };
    }

    /** Class of the mark of a line; what differs without contradicting anything is not marked. */
    static String tag(Comparison.Line line) {
        return switch (line.word()) {
            case SAME -> "tag tag-done";
            case CLOSE -> "tag tag-caution";
            case DIFFERENT -> line.points() < 0 ? "tag tag-hit" : "tag";
        };
    }

    @Override
    public String template() {
        return "matching/pair";
    }

    @Override
    public String title() {
        return "matching.pair.title";
    }

    @Override
    public List<Object> titleArgs() {
        return List.of(Long.toString(pair.seq()));
    }

    @Override
    public int status() {
        return error == null ? 200 : 422;
    }
}
