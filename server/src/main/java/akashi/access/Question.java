package akashi.access;

import akashi.operation.Act;
import akashi.operation.OperationVersion;
import akashi.organization.PersonId;
import akashi.organization.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be decided: may this asker do this act in this operation, for this purpose, now. Begin with {@link #of}
 * and add what is known.
 *
 * @param recordUnit unit the record belongs to; null before records are known (then {@link Decision.Permit#right()}
 *     says how far the answer may reach)
 * @param purpose code of the purpose (照会目的), or null
 * @param caseFact the case reference with what is known about it, or null
 * @param reason free text, or null
 * @param subject whom the record is about, as far as that matters, or null before it is known
 */
public record Question(
        Asker asker,
        Act act,
        OperationVersion operation,
        @Nullable UnitId recordUnit,
        @Nullable String purpose,
        @Nullable CaseFact caseFact,
        @Nullable String reason,
        @Nullable Subject subject,
        Instant at) {

    /**
     * What about the subject of a record changes the decision.
     *
     * @param own whether the asker is the subject (自己の記録)
     * @param sealed whether the subject is sealed (閲覧制限)
     * @param admitted whether the asker is named among those who may read the sealed subject
     * @param secondPerson who stands by as second person (立会者), or null
     */
    public record Subject(
            boolean own,
            boolean sealed,
            boolean admitted,
            @Nullable PersonId secondPerson) {}

    public static Question of(Asker asker, Act act, OperationVersion operation, Instant at) {
        return new Question(asker, act, operation, null, null, null, null, null, at);
    }

    /** About a record of this unit. */
    public Question about(UnitId unit) {
        return new Question(asker, act, operation, unit, purpose, caseFact, reason, subject, at);
    }

    /** For this purpose, bound to this case if there is one. */
    public Question because(@Nullable String purposeCode, @Nullable CaseFact fact) {
        return new Question(asker, act, operation, recordUnit, purposeCode, fact, reason, subject, at);
    }

    /** With a reason in the asker's own words. */
    public Question saying(@Nullable String words) {
        return new Question(asker, act, operation, recordUnit, purpose, caseFact, words, subject, at);
    }

    /** About this subject. */
    public Question concerning(Subject whom) {
        return new Question(asker, act, operation, recordUnit, purpose, caseFact, reason, whom, at);
    }
}
