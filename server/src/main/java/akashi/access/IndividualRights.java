package akashi.access;

import akashi.definition.Scope;
import akashi.operation.Act;
import akashi.operation.OperationCode;
import akashi.operation.Operations;
import akashi.organization.Person;
import akashi.organization.PersonId;
import akashi.usage.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Individual grants for modules that keep how they come about and end: asked for, unused, gone through. */
@Service
public class IndividualRights {
    private final Granting granting;
    private final Rights rights;
    private final Operations operations;

    IndividualRights(Granting granting, Rights rights, Operations operations) {
        this.granting = granting;
        this.rights = rights;
        this.operations = operations;
    }

    /** A right for somebody; {@code until} is the first day on which it no longer holds. */
    public record Wish(
            String staffNumber,
            OperationCode operation,
            Act act,
            Scope scope,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** An individual grant that is not over, as the register holds it. */
    public record Held(
            long number,
            PersonId holder,
            OperationCode operation,
            Act act,
            Scope scope,
            LocalDate from,
            @Nullable LocalDate until,
            String paper,
            Instant at) {}

    /** Every individual grant that is not revoked, the oldest first. */
    public List<Held> held() {
        return rights.individual().stream()
                .filter(grant -> grant.kind() == Grant.Kind.GRANT)
                .map(grant -> new Held(
                        grant.number(),
                        grant.holder(),
                        grant.operation(),
                        grant.act(),
                        grant.scope(),
                        grant.from(),
                        grant.until(),
                        grant.paper(),
                        grant.at()))
                .toList();
    }

    /**
     * Whether the asker may grant in this operation: the head of its managing section, or the system general manager.
     */
    public boolean mayGrant(Asker by, OperationCode operation) {
        return granting.mayGrant(by, operation);
    }

    /** Message key of why the definition does not let this person have it, or empty. */
    public Optional<String> offered(OperationCode operation, Act act, Scope scope, Person holder) {
        var version = operations.byCode(operation);
        return version.isEmpty()
                ? Optional.of("access.grant.operation")
                : Optional.ofNullable(Granting.notOffered(version.get(), act, scope, holder));
    }

    /**
     * Grants all of them on one paper in one transaction, or nothing. When it returns without a message, the next
     * decision sees them.
     *
     * @param also runs in the same transaction
     * @return message key of what keeps one of them from being granted
     */
    public Optional<String> grant(Asker by, List<Wish> wishes, String paper, Runnable also) {
        return granting.grantAll(by, wishes, paper, also);
    }

    /**
     * Takes grants back and stops everything that a standard set gives these people, on one paper in one transaction.
     * What was taken back meanwhile is left out. Whoever calls has decided that {@code by} may.
     */
    public void take(
            Actor by, PersonId person, List<Long> revoked, List<PersonId> stopped, String paper, Runnable also) {
        granting.takeAll(by, person, revoked, stopped, paper, also);
    }
}
