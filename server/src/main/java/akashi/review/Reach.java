package akashi.review;

import akashi.access.Rights;
import akashi.calendar.JapaneseDates;
import akashi.definition.Scope;
import akashi.operation.Act;
import akashi.operation.Definition;
import akashi.operation.Eligibility;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.organization.Appointment;
import akashi.organization.Organization;
import akashi.organization.Person;
import akashi.organization.Roster;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How far whoever proposes may give an act to others: as far as they really hold it today, or as they may decide as
 * head of the managing section.
 */
@Component
class Reach {
    private final Rights rights;
    private final Operations operations;
    private final Organization organization;
    private final Clock clock;

    Reach(Rights rights, Operations operations, Organization organization, Clock clock) {
        this.rights = rights;
        this.operations = operations;
        this.organization = organization;
        this.clock = clock;
    }

    /**
     * The widest scope of each act that a proposal may give to anybody.
     *
     * <p>For a change: what the proposer holds in the operation, and what its version in force lets the section's head
     * grant. For a new operation: what the proposer holds in any operation. In both a section of the headquarters
     * reaches the prefecture in what the prefecture owns; nothing by itself in what it does not.
     */
    Map<Act, Scope> limits(String proposer, @Nullable OperationVersion before, Definition after) {
        var owner = (before == null ? after : before.definition()).management().owner();
        var least = owner.kind() == Definition.Owner.Kind.PREFECTURE ? Scope.PREFECTURE : Scope.OWN_UNIT;
        var roster = organization.roster();
        var today = JapaneseDates.dateOf(clock.instant());
        var held = before == null ? operations.inForce() : List.of(before);
        var limits = new EnumMap<Act, Scope>(Act.class);
        for (Act act : Act.values()) {
            var own = held.stream().flatMap(version -> held(proposer, version, act, roster, today));
            var granted = before == null ? Stream.<Scope>of() : granted(before, act);
            limits.put(
                    act,
                    Stream.concat(Stream.of(least), Stream.concat(own, granted))
                            .max(Comparator.naturalOrder())
                            .orElse(least));
        }
        return limits;
    }

    private Stream<Scope> held(String proposer, OperationVersion version, Act act, Roster roster, LocalDate today) {
        return roster.byStaffNumber(proposer).map(Person::id).map(roster::appointmentsOf).orElse(List.of()).stream()
                .flatMap(appointment -> of(appointment, version, roster, today))
                .filter(right -> right.act() == act)
                .map(Rights.Right::scope);
    }

    private Stream<Rights.Right> of(Appointment appointment, OperationVersion version, Roster roster, LocalDate today) {
        return roster.post(appointment.post()).stream()
                .flatMap(post -> rights.of(appointment, post.postClass(), version, today).stream());
    }

    /** What the head of the managing section may grant to single people: whatever somebody is eligible for. */
    private static Stream<Scope> granted(OperationVersion version, Act act) {
        return version.definition().usage().eligibility().stream()
                .filter(row -> row.act() == act)
                .map(Eligibility::scope);
    }
}
