package akashi.matching;

import akashi.access.Access;
import akashi.access.Asker;
import akashi.access.Rights;
import akashi.calendar.JapaneseDates;
import akashi.operation.Act;
import akashi.operation.OperationCode;
import akashi.organization.Organization;
import akashi.organization.Unit;
import akashi.organization.UnitId;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whose matters an asker handles, and what of the operations the asker may see. */
@Component
class Mine {
    private final Organization organization;
    private final Relations relations;
    private final Rights rights;
    private final Access access;
    private final Clock clock;

    Mine(Organization organization, Relations relations, Rights rights, Access access, Clock clock) {
        this.organization = organization;
        this.relations = relations;
        this.rights = rights;
        this.access = access;
        this.clock = clock;
    }

    /** Every unit whose matters are the asker's own: those of the own 所属 and those it serves. */
    Set<Unit> units(Asker asker) {
        var roster = organization.roster();
        List<UnitId> offices = asker.offices().map(office -> office.unit().id()).toList();
        return roster.units().stream()
                .filter(unit -> offices.stream().anyMatch(office -> roster.serves(office, unit.id())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether a unit's matters are the asker's own. */
    boolean serves(Asker asker, UnitId unit) {
        var roster = organization.roster();
        return asker.offices().anyMatch(office -> roster.serves(office.unit().id(), unit));
    }

    /** Whether a right of the asker's reaches a record of the unit; the purpose is the comparison itself. */
    boolean may(Asker asker, Act act, OperationCode operation, UnitId unit) {
        var today = JapaneseDates.dateOf(clock.instant());
        return relations
                .version(operation)
                .flatMap(version -> rights.of(asker, act, version, today))
                .filter(right -> access.reaches(right, unit))
                .isPresent();
    }

    /** The code by which entries and the gate name a unit. */
    Optional<String> code(UnitId unit) {
        return organization.roster().current(unit).stream()
                .flatMap(id -> organization.roster().unit(id).stream())
                .map(Unit::code)
                .findFirst();
    }

    /** The unit of a code that stands in an entry. */
    Optional<Unit> byCode(String code) {
        return organization.roster().unitByCode(code);
    }
}
