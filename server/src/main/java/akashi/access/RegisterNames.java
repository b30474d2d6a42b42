package akashi.access;

import akashi.operation.OperationCode;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.usage.Naming;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Names for the pages of the ledger, from the registers of units, people and operations. */
@Component
class RegisterNames implements Naming {
    private final Organization organization;
    private final Operations operations;

    RegisterNames(Organization organization, Operations operations) {
        this.organization = organization;
        this.operations = operations;
    }

    @Override
    public String unit(String code, Locale language) {
        return organization
                .roster()
                .unitByCode(code)
                .map(unit -> unit.name(language))
                .orElse(code);
    }

    @Override
    public String person(String staffNumber, Locale language) {
        return organization
                .roster()
                .byStaffNumber(staffNumber)
                .map(person -> person.titled(language))
                .orElse("");
    }

    @Override
    public String operation(String code, Locale language) {
        return OperationCode.fits(code)
                ? operations
                        .byCode(new OperationCode(code))
                        .map(version -> version.definition().name().in(language.getLanguage()))
                        .orElse(code)
                : code;
    }

    @Override
    public String purpose(String code, Locale language) {
        return operations.inForce().stream()
                .flatMap(version -> version.definition().usage().purposes().stream())
                .filter(purpose -> purpose.code().equals(code))
                .findFirst()
                .map(purpose -> purpose.label().in(language.getLanguage()))
                .orElse(code);
    }
}
