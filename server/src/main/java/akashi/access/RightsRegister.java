package akashi.access;

import akashi.calendar.JapaneseDates;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.organization.Appointment;
import akashi.organization.Organization;
import akashi.organization.Person;
import akashi.organization.PersonId;
import akashi.organization.Post;
import akashi.organization.PostClass;
import akashi.organization.Roster;
import akashi.organization.Unit;
import akashi.organization.UnitId;
import akashi.usage.Disclosure;
import akashi.usage.Withheld;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The register of usage rights (業務利用権台帳) as of today: who holds what, granted by whom, on which paper. */
@Component
class RightsRegister {
    private final Rights rights;
    private final Operations operations;
    private final Organization organization;
    private final Clock clock;

    RightsRegister(Rights rights, Operations operations, Organization organization, Clock clock) {
        this.rights = rights;
        this.operations = operations;
        this.organization = organization;
        this.clock = clock;
    }

    /** A person in a post, with the rights held in one operation. */
    record Row(
            String unit,
            String post,
            String staffNumber,
            String name,
            String operation,
            String operationName,
            List<Rights.Right> rights) {
        Row {
            rights = List.copyOf(rights);
        }
    }

    /** An individual grant or stop, with the people named. */
    record Individual(Grant grant, String holder, String holderName, String by, String operationName) {}

    /** The rights of everybody in a unit and below it, in one operation or in all. */
    Withheld<List<Row>> ofUnit(UnitId unit, @Nullable String operation, Locale language) {
        var roster = organization.roster();
        var versions = versions(operation);
        var rows = new ArrayList<Row>();
        for (var below : roster.units()) {
            if (roster.within(below.id(), unit)) {
                collect(below.id(), roster, versions, language, rows);
            }
        }
        return withheld(rows);
    }

    /** The rights of one person. */
    Withheld<List<Row>> ofPerson(PersonId person, Locale language) {
        var roster = organization.roster();
        var rows = new ArrayList<Row>();
        for (var held : roster.appointmentsOf(person)) {
            roster.post(held.post()).ifPresent(post -> rows.addAll(rows(held, post, roster, versions(null), language)));
        }
        return withheld(rows);
    }

    /** The individual grants and stops that are not over, of people in this unit and below it. */
    List<Individual> individual(UnitId unit, Locale language) {
        var roster = organization.roster();
        return rights.individual().stream()
                .filter(grant -> roster.appointmentsOf(grant.holder()).stream()
                        .anyMatch(held -> roster.within(held.unit(), unit)))
                .map(grant -> individual(grant, roster, language))
                .toList();
    }

    /** The operations in force, for choosing one. */
    List<OperationVersion> operations() {
        return operations.inForce();
    }

    /** The units (所属) to choose from. */
    List<Unit> commands() {
        return organization.roster().units().stream()
                .filter(unit -> unit.kind().command())
                .toList();
    }

    private List<OperationVersion> versions(@Nullable String operation) {
        return operations.inForce().stream()
                .filter(version -> operation == null || version.code().value().equals(operation))
                .toList();
    }

    private void collect(UnitId unit, Roster roster, List<OperationVersion> versions, Locale language, List<Row> rows) {
        for (var post : roster.postsOf(unit)) {
            roster.holdersOf(post.id()).stream()
                    .sorted(Comparator.comparing(held -> held.id().value()))
                    .forEach(held -> rows.addAll(rows(held, post, roster, versions, language)));
        }
    }

    private List<Row> rows(
            Appointment held, Post post, Roster roster, List<OperationVersion> versions, Locale language) {
        var person = roster.person(held.person());
        var unit = roster.unit(held.unit());
        if (person.isEmpty() || unit.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<Row>();
        for (var version : versions) {
            var row = row(held, post, person.get(), unit.get(), version, language);
            if (!row.rights().isEmpty()) {
                found.add(row);
            }
        }
        return found;
    }

    private Row row(Appointment held, Post post, Person person, Unit unit, OperationVersion version, Locale language) {
        PostClass postClass = post.postClass();
        return new Row(
                unit.name(language),
                post.title(language),
                person.staffNumber(),
                person.name(language),
                version.code().value(),
                version.definition().name().in(language.getLanguage()),
                rights.of(held, postClass, version, JapaneseDates.dateOf(clock.instant())));
    }

    private Individual individual(Grant grant, Roster roster, Locale language) {
        var holder = roster.person(grant.holder());
        return new Individual(
                grant,
                holder.map(Person::staffNumber).orElse(""),
                holder.map(person -> person.name(language)).orElse(""),
                roster.person(grant.by())
                        .map(person -> person.staffNumber() + " " + person.name(language))
                        .orElse(""),
                operations
                        .byCode(grant.operation())
                        .map(version -> version.definition().name().in(language.getLanguage()))
                        .orElse(grant.operation().value()));
    }

    private static Withheld<List<Row>> withheld(List<Row> rows) {
        return Withheld.of(
                List.copyOf(rows), Disclosure.of(List.of(), rows.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
