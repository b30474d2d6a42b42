package akashi.record;

import akashi.document.Step;
import akashi.organization.Organization;
import akashi.organization.Person;
import akashi.organization.PersonId;
import akashi.organization.Roster;
import akashi.organization.Unit;
import akashi.organization.UnitId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Names of units and people for pages; an id never reaches one. */
@Component
class Names {
    private final Organization organization;

    Names(Organization organization) {
        this.organization = organization;
    }

    String unit(UnitId id, Locale language) {
        return roster().unit(id).map(unit -> unit.name(language)).orElse("—");
    }

    /** 所属 and name of whoever made a step; the number alone where the person has left. */
    String author(Step.By by, Locale language) {
        UUID id = by.person();
        Optional<Person> person = id == null ? Optional.empty() : roster().person(new PersonId(id));
        return person.map(p -> unit(by.unit(), language) + " " + named(p, language))
                .orElse(by.staffNumber());
    }

    String person(UUID id, Locale language) {
        return roster().person(new PersonId(id)).map(p -> named(p, language)).orElse("—");
    }

    private static String named(Person person, Locale language) {
        var name = person.titled(language);
        return "ja".equals(language.getLanguage())
                ? name + "（" + person.staffNumber() + "）"
                : name + " (" + person.staffNumber() + ")";
    }

    String staffNumber(UUID id) {
        return roster().person(new PersonId(id)).map(Person::staffNumber).orElse("");
    }

    /** The 所属 of a unit. */
    Unit home(Unit unit) {
        return roster().command(unit.id()).orElse(unit);
    }

    Roster roster() {
        return organization.roster();
    }
}
