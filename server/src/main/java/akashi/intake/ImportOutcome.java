package akashi.intake;

import akashi.access.Decision;
import java.time.Instant;

/** What became of a file that somebody wanted to take over. */
public sealed interface ImportOutcome {
    /** All of it was taken over; {@code number} is the file's number in the register of imports. */
    record Taken(long number, ImportReport report) implements ImportOutcome {}

    /** Nothing was taken over; the report says why, line by line. */
    record Faulty(ImportReport report) implements ImportOutcome {}

    /** Nothing was taken over: from this line on the file cannot be read at all. */
    record Broken(long line, String messageKey) implements ImportOutcome {}

    /** Nothing was taken over: the same file was, earlier. */
    record Known(long number, Instant at) implements ImportOutcome {}

    /** Nothing was taken over: the asker may not register here; the refusal is on the ledger. */
    record Refused(Decision.Refuse decision) implements ImportOutcome {}

    /** There is no such operation, document type or mapping. */
    record NotThere() implements ImportOutcome {}
}
