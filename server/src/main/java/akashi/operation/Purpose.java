package akashi.operation;

import akashi.definition.Label;
import java.util.List;
import java.util.Optional;

/**
 * A purpose (照会目的) for which an operation may be used, with the case reference it asks for.
 *
 * @param registers the registers from which the case reference may come; empty exactly when the need is {@code NONE}
 */
public record Purpose(String code, Label label, CaseNeed need, List<CaseRegister> registers) {
    public Purpose {
        registers = List.copyOf(registers);
    }

    /** Whether a case reference must come with a question asked for this purpose. */
    public enum CaseNeed {
        NONE,
        OPTIONAL,
        REQUIRED
    }

    /** The first register whose pattern a case reference fits, if any does. */
    public Optional<CaseRegister> registerOf(String caseReference) {
        return registers.stream()
                .filter(register -> register.fits(caseReference))
                .findFirst();
    }
}
