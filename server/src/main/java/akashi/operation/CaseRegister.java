package akashi.operation;

import akashi.definition.Label;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A register of cases (受理簿など) that a use of information can be bound to.
 *
 * @param heldBy the operation whose business numbers are these case references, when Akashi itself holds the register;
 *     then the case must exist and belong to the asker's unit or a unit it serves
 */
public record CaseRegister(
        String code,
        Label label,
        Pattern pattern,
        String example,
        @Nullable OperationCode heldBy) {

    /** Whether a case reference is written as this register writes its numbers; the whole text must fit. */
    public boolean fits(String caseReference) {
        return pattern.matcher(caseReference).matches();
    }

    public Optional<OperationCode> holder() {
        return Optional.ofNullable(heldBy);
    }
}
