package akashi.confirmation;

import akashi.document.RecordId;
import akashi.operation.OperationCode;
import akashi.organization.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request to confirm a hit (確認依頼), with its reply once there is one.
 *
 * @param seq its number, as pages show it
 * @param lapsed whether the hit was 未確認 when it was asked
 */
public record HitConfirmation(
        long seq,
        About about,
        Asked asked,
        boolean urgent,
        boolean lapsed,
        @Nullable Reply reply) {

    /**
     * What is to be confirmed.
     *
     * @param inquiry number of the inquiry on the ledger
     * @param hit number of the hit within its answer
     * @param unit the registering unit (登録所属)
     */
    public record About(
            String inquiry,
            int hit,
            OperationCode operation,
            String operationVersion,
            RecordId record,
            int recordVersion,
            String recordNumber,
            UnitId unit) {}

    /**
     * Who asks, and until when the answer is due.
     *
     * @param person id of the person as entries of the usage log name it
     * @param reach how to reach the asker
     */
    public record Asked(Instant at, Instant due, String person, String staffNumber, UnitId unit, String reach) {}

    /** The registering unit's word. */
    public record Reply(Verdict verdict, String note, Instant at, String staffNumber, UnitId unit) {}

    /** What the registering unit says. */
    public enum Verdict {
        /** It stands (有効). */
        VALID,
        /** It stands no longer (失効・解除済み). */
        LAPSED,
        /** It stands, but not for this person or thing (別人・別物). */
        NOT_SAME
    }

    /** Whether nobody answered in time. */
    public boolean late(Instant now) {
        return reply == null && asked.due().isBefore(now);
    }
}
