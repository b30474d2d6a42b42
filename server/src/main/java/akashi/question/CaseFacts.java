package akashi.question;

import akashi.access.CaseFact;
import akashi.operation.CaseRegister;
import akashi.operation.OperationCode;
import akashi.operation.OperationVersion;
import akashi.record.Records;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one case reference (番号), looked up at most once in each register that Akashi holds. Made for one
 * question.
 */
class CaseFacts {
    private final Records records;
    private final Inquiry.Reason reason;
    private final Map<OperationCode, CaseFact> held = new HashMap<>();

    CaseFacts(Records records, Inquiry.Reason reason) {
        this.records = records;
        this.reason = reason;
    }

    /** The fact for a decision in this operation; null where no reference was given. */
    @Nullable CaseFact in(OperationVersion operation) {
        var reference = reason.caseReference();
        if (reference == null) {
            return null;
        }
        Optional<OperationCode> holder = operation
                .definition()
                .purpose(reason.purpose())
                .flatMap(purpose -> purpose.registerOf(reference))
                .flatMap(CaseRegister::holder);
        return holder.map(register -> held.computeIfAbsent(register, code -> lookup(code, reference)))
                .orElseGet(() -> CaseFact.written(reference));
    }

    private CaseFact lookup(OperationCode register, String reference) {
        return records.caseUnit(register, reference)
                .map(unit -> CaseFact.found(reference, unit))
                .orElseGet(() -> CaseFact.missing(reference));
    }
}
