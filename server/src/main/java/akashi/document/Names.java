package akashi.document;

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
public class Names {
    private final Organization organization;

    Names(Organization organization) {
        this.organization = organization;
    }

    /** Its name; a dash where there is none. */
    public String unit(UnitId id, Locale language) {
        return roster().unit(id).map(unit -> unit.name(language)).orElse("—");
    }

    /** 所属 and name of whoever made a step; the number alone where the person has left. */
    public String author(Step.By by, Locale language) {
        UUID id = by.person();
        Optional<Person> person = id == null ? Optional.empty() : roster().person(new PersonId(id));
        return person.map(p -> unit(by.unit(), language) + " " + named(p, language))
                .orElse(by.staffNumber());
    }

    /** Name and staff number; a dash where there is nobody. */
    public String person(UUID id, Locale language) {
        return roster().person(new PersonId(id)).map(p -> named(p, language)).orElse("—");
    }

    private static String named(Person person, Locale language) {
        var name = person.titled(language);
        return "ja".equals(language.getLanguage())
                ? name + "（" + person.staffNumber() + "）"
                : name + " (" + person.staffNumber() + ")";
    }

    /** Empty where there is nobody. */
    public String staffNumber(UUID id) {
        return roster().person(new PersonId(id)).map(Person::staffNumber).orElse("");
    }

    /** The 所属 of a unit. */
    public Unit home(Unit unit) {
        return roster().command(unit.id()).orElse(unit);
    }

    /** Everybody as they stand now. */
    public Roster roster() {
        return organization.roster();
    }
}
