package akashi.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.DoorTest;
import akashi.FreshDatabase;
import akashi.MovableClock;
import akashi.TestAskers;
import akashi.TestForce;
import akashi.access.Access;
import akashi.access.Decision;
import akashi.access.Question;
import akashi.account.TestDevices;
import akashi.calendar.JapaneseDates;
import akashi.definition.Scope;
import akashi.operation.Act;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.organization.Appointment;
import akashi.organization.Employment;
import akashi.organization.Organization;
import akashi.organization.Person;
import akashi.organization.Post;
import akashi.organization.Roster;
import akashi.organization.UnitId;
import akashi.prefecture.SampleOrganization;
import akashi.reorganization.ImportFile;
import akashi.tlog.TreeCheck;
import akashi.usage.Actor;
import akashi.usage.Use;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.Import;

/** A real spring: 1,256 people on two dates, each decided about before and after each midnight. */
@DoorTest
@Import({TestDevices.class, FreshDatabase.Setup.class, MovableClock.Setup.class})
@ExtendWith(TreeCheck.class)
class SpringTransferTest {
    private static final int PEOPLE = 1_256;
    private static final int FIRST_WAVE = 180;
    private static final Use.Ruling RULING = new Use.Ruling("AK-20", "test", true);

    private final Transfers transfers;
    private final Access access;
    private final Operations operations;
    private final Organization organization;
    private final SampleOrganization sample;
    private final MovableClock clock;
    private final TestAskers askers;

    SpringTransferTest(
            Transfers transfers,
            Access access,
            Operations operations,
            Organization organization,
            SampleOrganization sample,
            MovableClock clock) {
        this.transfers = transfers;
        this.access = access;
        this.operations = operations;
        this.organization = organization;
        this.sample = sample;
        this.clock = clock;
        this.askers = new TestAskers(organization, clock);
    }

    /** Who goes from where to where, and when. */
    private record Mover(Person person, Appointment from, Appointment to, LocalDate day) {}

    @Test
    void everyDecisionIsRightBeforeAndAfterEachMidnight() {
        var _ = sample.load(Actor.system("transfer-test"));
        var today = organization.roster().date();
        // The sample has a spring of its own; this one lies before it.
        var first = today.plusDays(20);
        var second = first.plusDays(7);
        var movers = movers(organization.roster(), organization.roster(second), first, second);
        assertThat(movers).hasSize(PEOPLE);

        var entered = transfers.enter(file(movers), "警務第123号", actor("keeper-1"), RULING);
        assertThat(entered).isInstanceOf(Transfers.Entry.Entered.class);
        var number = ((Transfers.Entry.Entered) entered).number();
        var waiting = transfers.one(number).orElseThrow();
        assertThat(waiting.counts().people()).isEqualTo(PEOPLE);
        var preview = transfers.preview(waiting);
        assertThat(preview.rows()).hasSize(PEOPLE);
        assertThat(preview.report().faults()).isEmpty();
        movers.forEach(mover -> decided(mover, mover.from()));
        assertThat(transfers.apply(waiting, preview.digest(), actor("keeper-1"), RULING))
                .isEqualTo(new Transfers.Application.Refused("transfer.same"));

        assertThat(transfers.apply(waiting, preview.digest(), actor("keeper-2"), RULING))
                .isEqualTo(new Transfers.Application.Applied(PEOPLE));

        movers.forEach(mover -> decided(mover, mover.from()));
        moveTo(first, -1);
        movers.forEach(mover -> decided(mover, mover.from()));
        moveTo(first, 0);
        movers.forEach(mover -> decided(mover, mover.day().equals(first) ? mover.to() : mover.from()));
        moveTo(second, -1);
        movers.forEach(mover -> decided(mover, mover.day().equals(first) ? mover.to() : mover.from()));
        moveTo(second, 0);
        movers.forEach(mover -> decided(mover, mover.to()));
        var applied = transfers.preview(transfers.one(number).orElseThrow());
        assertThat(applied.rows().stream().map(row -> row.difference().gained()))
                .isEqualTo(preview.rows().stream()
                        .map(row -> row.difference().gained())
                        .toList());
    }

    /** Asks about records of the old unit, the new one and one that is neither, in every operation. */
    private void decided(Mover mover, Appointment expected) {
        var roster = organization.roster();
        var asker = askers.of(
                new TestForce.Member(mover.person().id(), mover.person().staffNumber()));
        assertThat(asker.appointment().post()).isEqualTo(expected.post());
        var post = roster.post(expected.post()).orElseThrow();
        for (var version : operations.inForce()) {
            for (var unit : List.of(mover.from().unit(), mover.to().unit())) {
                var question = Question.of(asker, Act.REGISTER, version, clock.instant())
                        .about(unit);
                assertThat(access.decide(question) instanceof Decision.Permit)
                        .as("%s in %s for %s", mover.person().staffNumber(), version.code(), unit)
                        .isEqualTo(right(version, post, unit, roster));
            }
        }
    }

    /** What the definition and the organisation say, without the program's own rights. */
    private boolean right(OperationVersion version, Post post, UnitId unit, Roster roster) {
        var scope = version.definition().eligible(Act.REGISTER, post.postClass());
        var open = version.definition()
                .service()
                .hours()
                .open(clock.instant().atZone(JapaneseDates.ZONE).toLocalTime());
        return open && scope.isPresent() && (scope.get() != Scope.OWN_UNIT || roster.serves(post.unit(), unit));
    }

    private void moveTo(LocalDate day, int seconds) {
        var midnight = day.atStartOfDay(JapaneseDates.ZONE).toInstant().plusSeconds(seconds);
        clock.move(Duration.between(clock.instant(), midnight));
    }

    /** Everybody takes the post of the next one of the same wave, so that no post gets a holder too many. */
    private static List<Mover> movers(Roster roster, Roster later, LocalDate first, LocalDate second) {
        var people = roster.people().stream()
                .filter(person -> person.employment() != Employment.PART_TIME)
                .filter(person -> person.duty().mayAct())
                .filter(person -> roster.appointmentsOf(person.id()).size() == 1)
                .filter(person -> roster.appointmentsOf(person.id()).equals(later.appointmentsOf(person.id()))
                        && roster.appointmentsOf(person.id()).getFirst().span().until() == null)
                .sorted(Comparator.comparing(Person::staffNumber))
                .limit(PEOPLE)
                .toList();
        var movers = new ArrayList<Mover>();
        movers.addAll(wave(people.subList(0, FIRST_WAVE), roster, first));
        movers.addAll(wave(people.subList(FIRST_WAVE, people.size()), roster, second));
        return movers;
    }

    private static List<Mover> wave(List<Person> people, Roster roster, LocalDate day) {
        Map<Person, Appointment> held = new HashMap<>();
        people.forEach(
                person -> held.put(person, roster.principalOf(person.id()).orElseThrow()));
        var movers = new ArrayList<Mover>();
        for (int n = 0; n < people.size(); n++) {
            var from = java.util.Objects.requireNonNull(held.get(people.get(n)));
            var to = java.util.Objects.requireNonNull(held.get(people.get((n + 37) % people.size())));
            movers.add(new Mover(people.get(n), from, to, day));
        }
        return movers;
    }

    private ImportFile file(List<Mover> movers) {
        var roster = organization.roster();
        var text = new StringBuilder("職員番号,発令,職コード,発令日,辞令番号\n");
        for (var mover : movers) {
            text.append(mover.person().staffNumber())
                    .append(",異動,")
                    .append(roster.post(mover.to().post()).orElseThrow().code())
                    .append(',')
                    .append(mover.day())
                    .append(",警務第123号\n");
        }
        return new ImportFile("春の異動.csv", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Actor actor(String staffNumber) {
        return new Actor(staffNumber, staffNumber, "H153/4", "H153", "PC-014", "page");
    }
}
