package akashi.record;

import akashi.document.Head;
import akashi.document.RecordId;
import akashi.operation.OperationCode;
import java.time.Instant;
import java.util.List;

/**
 * Told of every document that begins to answer, answers otherwise, or answers no more; a module above implements it.
 * Called inside the transaction of the change: what it writes is committed together with it, or not at all.
 */
public interface Arrivals {
    /** Notes these steps; must not read what the documents say, and must not wait for anything. */
    void note(List<Arrived> steps);

    /**
     * A step of a document.
     *
     * @param answers whether the document is found by inquiries after it; a sealed one is found by its readers only and
     *     counts as not
     * @param at since when that holds; may lie in the past where documents are taken over
     */
    record Arrived(
            RecordId id, OperationCode operation, String documentType, int version, boolean answers, Instant at) {
        static Arrived of(Head head, boolean answers) {
            return new Arrived(
                    head.id(),
                    head.operation(),
                    head.documentType(),
                    head.version(),
                    answers && !head.sealed(),
                    head.changedAt());
        }
    }
}
