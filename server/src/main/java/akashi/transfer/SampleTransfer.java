package akashi.transfer;

import akashi.access.Access;
import akashi.organization.Appointment;
import akashi.organization.Employment;
import akashi.organization.Organization;
import akashi.organization.Person;
import akashi.organization.Rank;
import akashi.organization.Roster;
import akashi.reorganization.ImportFile;
import akashi.usage.Actor;
import akashi.usage.Use;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;

/** A transfer of sample people (見本) planned for next spring, for demonstration only. */
@Service
public class SampleTransfer {
    private static final int PEOPLE = 12;
    private static final String CAST = "9900";
    private static final Use.Ruling RULING = new Use.Ruling("AK-20", Access.VERSION, true);

    private final Transfers transfers;
    private final Organization organization;

    SampleTransfer(Transfers transfers, Organization organization) {
        this.transfers = transfers;
        this.organization = organization;
    }

    /** Enters one and applies it, for the first of April, unless there is one. */
    public void load() {
        if (!transfers.latest().isEmpty()) {
            return;
        }
        var today = organization.roster().date();
        var spring =
                LocalDate.of(today.getYear() + (today.isBefore(LocalDate.of(today.getYear(), 4, 1)) ? 0 : 1), 4, 1);
        var file = new ImportFile("春の異動（見本）.csv", text(spring).getBytes(StandardCharsets.UTF_8));
        if (transfers.enter(file, "警務第123号（見本）", actor("990012"), RULING)
                instanceof Transfers.Entry.Entered(var number)) {
            var waiting = transfers.one(number).orElseThrow();
            var digest = transfers.preview(waiting).digest();
            var _ = transfers.apply(waiting, digest, actor("990011"), RULING);
        }
    }

    /** Some sworn officers of one rank, each to the post of the next. */
    private String text(LocalDate spring) {
        var roster = organization.roster();
        var later = organization.roster(spring.plusDays(1));
        var people = roster.people().stream()
                .filter(person -> person.employment() == Employment.SWORN && person.rank() == Rank.SERGEANT)
                .filter(person -> !person.staffNumber().startsWith(CAST))
                .filter(person -> person.duty().mayAct() && settled(person, roster, later))
                .sorted(Comparator.comparing(Person::staffNumber))
                .toList();
        var step = Math.max(1, people.size() / PEOPLE);
        var chosen = new ArrayList<Person>();
        for (int n = 0; n < people.size() && chosen.size() < PEOPLE; n += step) {
            chosen.add(people.get(n));
        }
        var text = new StringBuilder("職員番号,発令,職コード,発令日,階級,辞令番号\n");
        for (int n = 0; n < chosen.size(); n++) {
            var next =
                    roster.principalOf(chosen.get((n + 1) % chosen.size()).id()).orElseThrow();
            text.append(chosen.get(n).staffNumber())
                    .append(",異動,")
                    .append(roster.post(next.post()).orElseThrow().code())
                    .append(',')
                    .append(spring)
                    .append(n == 0 ? ",警部補" : ",")
                    .append(",警務第123号\n");
        }
        return text.toString();
    }

    /** In the same post for good, so that nothing planned already meets it. */
    private static boolean settled(Person person, Roster roster, Roster later) {
        List<Appointment> held = roster.appointmentsOf(person.id());
        return held.size() == 1
                && held.getFirst().span().until() == null
                && held.equals(later.appointmentsOf(person.id()))
                && roster.person(person.id()).equals(later.person(person.id()));
    }

    private static Actor actor(String staffNumber) {
        return new Actor(staffNumber, staffNumber, "", "", "", "page");
    }
}
