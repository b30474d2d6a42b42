package akashi.document;

import akashi.identity.Scored;
import akashi.operation.OperationCode;
import akashi.organization.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an existence inquiry (有無照会) may show of a document that counts: its discriminators and cautions, nothing else.
 *
 * @param number business number (受理番号, 手配番号)
 * @param unit the registering unit (登録所属), which confirms a hit
 * @param state code of the definition's state
 * @param version the version that answers; stands in the ledger entry
 * @param since when this version began to answer (data time)
 * @param fields the inputs of the definition's existence and discriminator fields, canonical; {@link Wording} says them
 *     in words
 * @param validUntil last day on which it holds (warrant, notice), where the definition has such a date; afterwards 未確認
 * @param persons the persons by whom it is found, for comparison with the question
 * @param scored how well the best of them answers the person asked; null where no person was asked
 * @param matches the keys that met, best first
 */
public record RecordSummary(
        RecordId id,
        OperationCode operation,
        String documentType,
        String number,
        UnitId unit,
        String state,
        int version,
        Instant since,
        Values fields,
        List<CautionNote> cautions,
        @Nullable LocalDate validUntil,
        List<RecordedPerson> persons,
        @Nullable Scored scored,
        List<KeyMatch> matches) {
    public RecordSummary {
        cautions = List.copyOf(cautions);
        persons = List.copyOf(persons);
        matches = List.copyOf(matches);
    }

    /**
     * Whether its warrant or notice has lapsed by that day, so that the registering unit must be asked before acting.
     */
    public boolean lapsed(LocalDate today) {
        return validUntil != null && validUntil.isBefore(today);
    }
}
