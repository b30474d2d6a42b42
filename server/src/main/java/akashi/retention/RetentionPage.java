package akashi.retention;

import akashi.web.Page;
import java.util.List;

/** What may be erased, what is being erased, and what is held. */
record RetentionPage(List<ErasureSql.Due> due, List<Erasure> erasures, List<Hold> holds, People people, May may)
        implements Page {
    RetentionPage {
        due = List.copyOf(due);
        erasures = List.copyOf(erasures);
        holds = List.copyOf(holds);
    }

    /** What the viewer may begin. */
    record May(boolean propose, boolean hold, boolean statement) {}

    int total() {
        return due.stream().mapToInt(ErasureSql.Due::parts).sum();
    }

    /** Class of the mark that shows where an erasure stands. */
    static String tag(Erasure.State state) {
        return switch (state) {
            case PROPOSED, APPROVED -> "tag tag-caution";
            case DONE -> "tag tag-done";
            case WITHDRAWN -> "tag";
            case VOID, STOPPED -> "tag tag-hit";
        };
    }

    @Override
    public String template() {
        return "retention/overview";
    }

    @Override
    public String title() {
        return "retention.title";
    }
}
