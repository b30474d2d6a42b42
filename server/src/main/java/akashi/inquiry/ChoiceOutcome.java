package akashi.inquiry;

import akashi.usage.Proved;

/** What became of a choice among candidates (候補の選択). */
public sealed interface ChoiceOutcome {
    /**
     * On the ledger, with the rejected ones.
     *
     * @param place number of the chosen hit; 0 for none of them
     */
    record Chosen(Answer answer, int place, Proved proved) implements ChoiceOutcome {}

    /** The reason says nothing. */
    record ReasonMissing(Answer answer) implements ChoiceOutcome {}

    /** No such answer is open to this person, or it has no such candidates. */
    record Closed() implements ChoiceOutcome {}
}
