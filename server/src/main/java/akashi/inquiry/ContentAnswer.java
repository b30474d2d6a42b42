package akashi.inquiry;

import akashi.access.ConditionResult;
import akashi.document.RecordContent;
import akashi.usage.Proved;
import java.util.List;

/** What became of the wish to see what a hit's record says (内容照会). */
public sealed interface ContentAnswer {
    /**
     * What it says now.
     *
     * @param answer the answer the hit belongs to
     * @param proved place of this second use on the ledger
     */
    record Shown(Answer answer, Hit hit, RecordContent content, Proved proved) implements ContentAnswer {}

    /** The asker may know that it is recorded, and no more; the refusal is on the ledger. */
    record Refused(Answer answer, Hit hit, List<ConditionResult> reasons, Proved proved) implements ContentAnswer {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /** One of several candidates; it has to be chosen, with a reason, before more is shown. */
    record ChoiceFirst(Answer answer, Hit hit) implements ContentAnswer {}

    /** The record no longer answers: ended or hidden since. The look is on the ledger. */
    record Gone(Answer answer, Hit hit, Proved proved) implements ContentAnswer {}

    /** No such answer is open to this person; the question has to be asked again. */
    record Closed() implements ContentAnswer {}
}
