package akashi.batch;

import akashi.inquiry.Answer;
import akashi.inquiry.Finding;
import akashi.result.PastInquiry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of a list.
 *
 * @param cells as typed; empty once the list was erased
 * @param done what was answered, or null while it was not
 */
record Item(int line, List<String> cells, @Nullable Done done) {
    Item {
        cells = List.copyOf(cells);
    }

    /**
     * What was answered.
     *
     * @param refused how many operations were not asked because the asker may not
     * @param entry number of the answer and of its entry
     * @param asOf the instant whose state was searched (データ時点)
     */
    record Done(Outcome outcome, int refused, String entry, Instant asOf) {}

    /** What the operations answered together, the strongest word of all. */
    enum Outcome {
        FOUND,
        COMPARE,
        TOO_BROAD,
        NONE,
        REFUSED,
        /** Its entry is on the ledger, but the node fell before the answer was seen. */
        UNSEEN
    }

    static Done of(Answer answer) {
        int refused = (int) answer.findings().stream()
                .filter(Finding.Refused.class::isInstance)
                .count();
        return new Done(
                outcome(answer), refused, answer.number(), answer.searched().asOf());
    }

    /** What the entry alone tells of an answer nobody saw; "nothing recorded" is not among it. */
    static Done of(PastInquiry past) {
        var outcome = switch (past.reply()) {
            case HIT -> Outcome.COMPARE;
            case REFUSED -> Outcome.REFUSED;
            case NONE -> Outcome.UNSEEN;
        };
        return new Done(outcome, 0, past.number(), past.use().proved().at());
    }

    private static Outcome outcome(Answer answer) {
        var findings = answer.findings();
        if (findings.stream().anyMatch(Finding.Found.class::isInstance)) {
            return Outcome.FOUND;
        }
        if (findings.stream().anyMatch(Finding.NeedsChoice.class::isInstance)) {
            return Outcome.COMPARE;
        }
        if (findings.stream().anyMatch(Finding.TooBroad.class::isInstance)) {
            return Outcome.TOO_BROAD;
        }
        return answer.refused() ? Outcome.REFUSED : Outcome.NONE;
    }

    @Override
    public String toString() {
        return "Item[" + line + "]";
    }
}
