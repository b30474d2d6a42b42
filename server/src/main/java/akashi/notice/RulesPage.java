package akashi.notice;

import akashi.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of every operation, the latest first. */
record RulesPage(List<Row> rows, List<Row> without, List<String> mayDraft, boolean guidance) implements Page {
    RulesPage {
        rows = List.copyOf(rows);
        without = List.copyOf(without);
        mayDraft = List.copyOf(mayDraft);
    }

    /**
     * An operation as rows name it.
     *
     * @param path page about it: the register's, or that of its proposal
     */
    record About(String operation, String name, String path, KnownOperations.Place place) {}

    /**
     * A rule, or an operation that has none in force.
     *
     * @param endsSoon whether its end is to be told
     * @param read how many of those concerned have acknowledged it
     */
    record Row(
            About about,
            @Nullable Rule rule,
            Rule.@Nullable Standing standing,
            boolean endsSoon,
            int read,
            int concerned) {
        String operation() {
            return about.operation();
        }

        String operationName() {
            return about.name();
        }

        int rate() {
            return concerned == 0 ? 100 : read * 100 / concerned;
        }
    }

    /** Class of the mark that shows where a rule stands. */
    static String tag(Rule.Standing standing) {
        return switch (standing) {
            case DRAFT, COMING -> "tag tag-key";
            case IN_FORCE -> "tag tag-done";
            case EXPIRED -> "tag tag-hit";
            case REPLACED, NO_OPERATION, WITHDRAWN -> "tag";
        };
    }

    @Override
    public String template() {
        return "notice/rules";
    }

    @Override
    public String title() {
        return "notice.rules.title";
    }
}
