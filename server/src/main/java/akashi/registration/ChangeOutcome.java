package akashi.registration;

import akashi.access.Decision;
import akashi.document.Fault;
import akashi.document.RecordId;
import akashi.document.Standing;
import akashi.operation.OperationCode;
import java.util.List;

/** What became of a {@link Change}. */
public sealed interface ChangeOutcome {
    /** It is done and on the ledger; also the answer to a repeated submit. */
    record Done(RecordId record, OperationCode operation, String number, int version, Standing standing)
            implements ChangeOutcome {}

    /** Nothing was done: this is wrong with what was entered, all of it. */
    record Faulty(List<Fault> faults) implements ChangeOutcome {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** Nothing was done: somebody changed the document meanwhile; {@code latest} is its version now. */
    record Stale(String number, int latest) implements ChangeOutcome {}

    /** Nothing was done: the asker may not; the refusal is on the ledger. */
    record Refused(Decision.Refuse decision) implements ChangeOutcome {}

    /**
     * Nothing was done: the document is not in a state in which this can be done; the message says which way is open.
     */
    record NotPossible(String messageKey) implements ChangeOutcome {}

    /** There is no such document, or none for this asker. */
    record NotThere() implements ChangeOutcome {}
}
