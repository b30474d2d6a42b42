package akashi.access;

import akashi.calendar.JapaneseDates;
import akashi.operation.Operations;
import akashi.organization.AppointmentKind;
import akashi.organization.PersonId;
import akashi.organization.Roster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Service;

/**
 * What somebody could do on a date, by the posts held on it: for looking ahead at a transfer. It decides nothing; on
 * the day itself {@link Access} does.
 */
@Service
public class Prospects {
    private final Rights rights;
    private final Operations operations;

    Prospects(Rights rights, Operations operations) {
        this.rights = rights;
        this.operations = operations;
    }

    /**
     * What would be open.
     *
     * @param offices posts held, the principal one first
     * @param mayAct whether the duty state lets the person act at all; if not, nothing else is open
     * @param rights usage rights, one or more of each act and operation
     * @param acts acts of the house, such as looking at registers
     */
    public record Prospect(List<Asker.Office> offices, boolean mayAct, List<Rights.Right> rights, Set<String> acts) {
        public Prospect {
            offices = List.copyOf(offices);
            rights = List.copyOf(rights);
            acts = Set.copyOf(acts);
        }
    }

    /** What would be open to the person on the roster's date. */
    public Prospect of(PersonId person, Roster roster) {
        var offices = roster.appointmentsOf(person).stream()
                .sorted(Comparator.comparing(held -> held.kind() != AppointmentKind.PRINCIPAL))
                .flatMap(held -> roster.post(held.post()).stream()
                        .flatMap(post ->
                                roster.unit(held.unit()).stream().map(unit -> new Asker.Office(held, post, unit))))
                .toList();
        var mayAct =
                roster.person(person).filter(found -> found.duty().mayAct()).isPresent();
        if (!mayAct) {
            return new Prospect(offices, false, List.of(), Set.of());
        }
        var day = roster.date();
        var open = new ArrayList<Rights.Right>();
        var acts = new TreeSet<String>();
        var versions = operations.inForceAt(day.atStartOfDay(JapaneseDates.ZONE).toInstant());
        for (var office : offices) {
            var postClass = office.post().postClass();
            for (var version : versions) {
                open.addAll(rights.of(office.appointment(), postClass, version, day));
            }
            acts.addAll(HouseRules.actsOf(postClass));
        }
        return new Prospect(offices, true, open, acts);
    }
}
