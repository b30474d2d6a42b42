package akashi.prefecture;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.calendar.JapaneseDates;
import akashi.organization.Appointment;
import akashi.organization.DutyState;
import akashi.organization.Person;
import akashi.organization.Post;
import akashi.organization.PostClass;
import akashi.organization.Roster;
import akashi.organization.Snapshot;
import akashi.organization.Unit;
import akashi.organization.UnitKind;
import akashi.reorganization.PlannedLines;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SamplePrefectureTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static Snapshot planned(LocalDate today) {
        var plan = PlannedLines.on(today, new SamplePrefecture(7, today).lines());
        assertThat(plan.faults()).isEmpty();
        return plan.after();
    }

    private final Roster roster = planned(TODAY).roster(TODAY);

    @Test
    void sameSeedAndDateGiveTheSameLines() {
        assertThat(new SamplePrefecture(7, TODAY).lines()).isEqualTo(new SamplePrefecture(7, TODAY).lines());
        assertThat(new SamplePrefecture(8, TODAY).lines()).isNotEqualTo(new SamplePrefecture(7, TODAY).lines());
    }

    @Test
    void itIsWholeOnAnyDayItIsMade() {
        for (var day : List.of(LocalDate.of(2026, 3, 31), LocalDate.of(2026, 4, 1), LocalDate.of(2028, 2, 29))) {
            assertThat(planned(day).rows().people()).hasSizeGreaterThan(2200);
        }
    }

    @Test
    void unitsAndBoxesAreAsManyAsThePublicFactsSay() {
        assertThat(count(UnitKind.STATION)).isEqualTo(18);
        assertThat(count(UnitKind.BOX)).isEqualTo(42);
        assertThat(count(UnitKind.RESIDENTIAL_BOX)).isEqualTo(103);
        assertThat(count(UnitKind.DEPARTMENT)).isEqualTo(5);
        assertThat(roster.units().stream().filter(unit -> unit.kind() == UnitKind.STATION))
                .allSatisfy(station -> assertThat(station.source()).contains("未確認"));
    }

    private long count(UnitKind kind) {
        return roster.units().stream().filter(unit -> unit.kind() == kind).count();
    }

    @Test
    void aboutTwentyThreeHundredPeopleWorkThereAndAllAreMarked() {
        assertThat(roster.people()).hasSizeBetween(2250, 2350).allMatch(Person::sample);
        assertThat(roster.people().stream().map(Person::employment).distinct()).hasSize(3);
        var top = roster.unitByCode("H").orElseThrow().id();
        assertThat(roster.people())
                .allMatch(person -> roster.within(
                        roster.principalOf(person.id()).orElseThrow().unit(), top));
        assertThat(roster.people()).anyMatch(person -> person.duty() == DutyState.SUSPENSION);
        assertThat(roster.people()).allMatch(person -> person.staffNumber().startsWith("99"));
    }

    @Test
    void everyPartOfTheCastStandsInItsPost() {
        for (var part : SampleCast.PARTS) {
            var person = roster.byStaffNumber(part.staffNumber()).orElseThrow();
            var post = roster.principalOf(person.id())
                    .flatMap(held -> roster.post(held.post()))
                    .orElseThrow();
            assertThat(post.code()).isEqualTo(part.post());
            assertThat(person.duty()).isEqualTo(DutyState.ON_DUTY);
            assertThat(person.name()).startsWith("見本 ");
        }
        assertThat(classOf("990001")).isEqualTo(PostClass.BOX_OFFICER);
        assertThat(classOf("990002")).isEqualTo(PostClass.OFFICER);
        assertThat(classOf("990003")).isEqualTo(PostClass.DETECTIVE);
        assertThat(classOf("990004")).isEqualTo(PostClass.STATION_SUPERVISOR);
        assertThat(classOf("990005")).isEqualTo(PostClass.UNIT_HEAD);
        assertThat(classOf("990007")).isEqualTo(PostClass.INQUIRY_CENTRE);
        assertThat(classOf("990009")).isEqualTo(PostClass.SECTION_HEAD);
        assertThat(classOf("990011")).isEqualTo(PostClass.SYSTEM_GENERAL_MANAGER);
        assertThat(classOf("990012")).isEqualTo(PostClass.INFORMATION_MANAGEMENT);
        assertThat(classOf("990013")).isEqualTo(PostClass.AUDITOR);
        assertThat(classOf("990014")).isEqualTo(PostClass.PART_TIME_ADVISER);
    }

    private PostClass classOf(String staffNumber) {
        var person = roster.byStaffNumber(staffNumber).orElseThrow();
        return roster.principalOf(person.id())
                .flatMap(held -> roster.post(held.post()))
                .map(Post::postClass)
                .orElseThrow();
    }

    @Test
    void unitsServeTheirOwnAndTheInquiryCentreServesAll() {
        var centre = roster.unitByCode("H154").orElseThrow().id();
        var box = roster.unitByCode("S12-K1").orElseThrow().id();
        var station = roster.unitByCode("S12").orElseThrow().id();
        var other = roster.unitByCode("S04").orElseThrow().id();
        assertThat(roster.serves(centre, other)).isTrue();
        assertThat(roster.serves(box, station)).isTrue();
        assertThat(roster.serves(station, box)).isTrue();
        assertThat(roster.serves(box, other)).isFalse();
        assertThat(roster.command(centre).map(Unit::name)).contains("情報管理課");
        assertThat(roster.command(box).map(Unit::code)).contains("S12");
        assertThat(roster.within(box, station)).isTrue();
        assertThat(roster.within(station, box)).isFalse();
        assertThat(roster.command(roster.unitByCode("H3").orElseThrow().id())).isEmpty();
        assertThat(roster.serves(
                        roster.unitByCode("H3").orElseThrow().id(),
                        roster.unitByCode("H301").orElseThrow().id()))
                .isTrue();
    }

    @Test
    void stationsHaveSomebodyInChargeAtNight() {
        var night = TODAY.atTime(23, 0).atZone(JapaneseDates.ZONE).toInstant();
        for (var station : roster.units()) {
            if (station.kind() == UnitKind.STATION) {
                var shift = roster.onDuty(station.id(), night);
                assertThat(shift).hasSize(4);
                assertThat(shift.getFirst().chief()).isTrue();
                assertThat(roster.shiftOf(shift.getFirst().person(), night)).isPresent();
            }
        }
        assertThat(roster.onDuty(roster.unitByCode("S12").orElseThrow().id(), night.plus(Duration.ofDays(1))))
                .isNotEmpty();
    }

    @Test
    void theChiefIsDeputisedByTheDeputyFirst() {
        var chief = roster.postByCode("S12/1").orElseThrow();
        assertThat(roster.deputiesOf(chief.id()).stream()
                        .map(deputy ->
                                roster.post(deputy.deputy()).map(Post::title).orElse("")))
                .containsExactly("副署長", "課長");
    }

    @Test
    void someTransfersOfNextSpringAreKnown() {
        var spring = planned(TODAY).roster(LocalDate.of(2027, 4, 1));
        var moved = roster.people().stream()
                .filter(person -> !Objects.equals(
                        roster.principalOf(person.id()).map(Appointment::post),
                        spring.principalOf(person.id()).map(Appointment::post)))
                .toList();
        assertThat(moved).hasSizeBetween(8, 12);
    }
}
