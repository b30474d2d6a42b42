package akashi.enrolment;

import akashi.account.AccountOpening;
import akashi.account.Attempt;
import akashi.account.OpeningOutcome;
import akashi.account.Standing;
import akashi.organization.Organization;
import akashi.organization.Person;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Opens an own account by a code: the attempt is counted, then the code, its age and the holder are looked at. */
@Component
class OpeningByCode {
    private final AccountOpening opening;
    private final Organization organization;
    private final Standing standing;
    private final Clock clock;

    OpeningByCode(AccountOpening opening, Organization organization, Standing standing, Clock clock) {
        this.opening = opening;
        this.organization = organization;
        this.standing = standing;
        this.clock = clock;
    }

    /**
     * A code that fits what was typed.
     *
     * @param expires from when it is refused
     * @param spend ends it; false when it is spent already
     */
    record Fitting(Instant expires, BooleanSupplier spend) {}

    /**
     * Opens the account of the staff number that was typed. Attempts are counted, locked and recorded as those to sign
     * in are.
     *
     * @param kind begins the names of failures on the ledger
     * @param by what the account is opened by, on the ledger
     * @param fitting the person's code if it is the one that was typed
     */
    OpeningOutcome open(
            Attempt attempt, String password, String kind, String by, Function<Person, Optional<Fitting>> fitting) {
        var charge = opening.charge(attempt);
        if (charge.refused() != null) {
            opening.failed(attempt, charge, kind + "_LOCKED");
            return new OpeningOutcome.Locked(charge.refused());
        }
        var person = organization.roster().byStaffNumber(attempt.staffNumber());
        var code = person.flatMap(fitting);
        if (person.isEmpty() || code.isEmpty()) {
            opening.failed(attempt, charge, kind + "_WRONG");
            return charge.reached() == null ? new OpeningOutcome.Wrong() : new OpeningOutcome.Locked(charge.reached());
        }
        if (!clock.instant().isBefore(code.get().expires())) {
            opening.failed(attempt, charge, kind + "_EXPIRED");
            return new OpeningOutcome.Expired();
        }
        if (!standing.onDuty(person.get().id())) {
            opening.failed(attempt, charge, kind + "_BARRED");
            return new OpeningOutcome.Barred();
        }
        return opening.open(attempt, person.get(), password, by, code.get().spend());
    }
}
