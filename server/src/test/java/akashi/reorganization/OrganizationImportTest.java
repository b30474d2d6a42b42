package akashi.reorganization;

import static akashi.reorganization.ImportFiles.appointments;
import static akashi.reorganization.ImportFiles.cp932;
import static akashi.reorganization.ImportFiles.duty;
import static akashi.reorganization.ImportFiles.people;
import static akashi.reorganization.ImportFiles.posts;
import static akashi.reorganization.ImportFiles.units;
import static akashi.reorganization.ImportFiles.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import akashi.ModuleTest;
import akashi.calendar.JapaneseDates;
import akashi.organization.Appointment;
import akashi.organization.AppointmentKind;
import akashi.organization.Deputy;
import akashi.organization.DutyShift;
import akashi.organization.DutyState;
import akashi.organization.Organization;
import akashi.organization.Person;
import akashi.organization.PersonId;
import akashi.organization.Post;
import akashi.organization.Roster;
import akashi.organization.Succession;
import akashi.organization.Unit;
import akashi.reorganization.ImportReport.Change;
import akashi.reorganization.ImportReport.Fault;
import akashi.usage.Actor;
import akashi.usage.Use;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class OrganizationImportTest {
    private static final Actor BY = Actor.system("import-test");

    private final Organization organization;
    private final OrganizationImport imports;
    private final JdbcClient jdbc;
    private final LocalDate today;

    OrganizationImportTest(Organization organization, OrganizationImport imports, JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.organization = organization;
        this.imports = imports;
        this.today = JapaneseDates.dateOf(clock.instant());
    }

    private Roster apply(ImportFile... files) {
        var outcome = imports.apply(List.of(files), BY);
        assertThat(outcome.report().faults()).isEmpty();
        assertThat(outcome).isInstanceOf(OrganizationImport.Applied.class);
        return organization.roster();
    }

    private List<Fault> refused(ImportFile... files) {
        long before = organization.generation();
        var outcome = imports.apply(List.of(files), BY);
        assertThat(outcome).isInstanceOf(OrganizationImport.Refused.class);
        assertThat(organization.generation()).isEqualTo(before);
        assertThat(imports.preview(List.of(files)).faults())
                .isEqualTo(outcome.report().faults());
        return outcome.report().faults();
    }

    private void base(String prefix) {
        var roster = apply(
                units(prefix + "H,試験本部,警察本部,,2014-04-01,,,,", prefix + "S,試験警察署,警察署," + prefix + "H,2014-04-01,,,,"),
                posts(
                        prefix + "S/1," + prefix + "S,署長,所属長,1,2014-04-01," + prefix + "S/2",
                        prefix + "S/2," + prefix + "S,係員,警察官,,2014-04-01,"),
                people(
                        prefix + "1,髙橋 一郎,タカハシ イチロウ,警視,警察官,勤務,2014-04-01,",
                        prefix + "2,﨑山 花子,サキヤマ ハナコ,巡査,警察官,勤務,2014-04-01,"),
                appointments(
                        prefix + "1," + prefix + "S/1,本務,2020-04-01,,第1号",
                        prefix + "2," + prefix + "S/2,本務,2020-04-01,,"));
        assertThat(roster.byStaffNumber(prefix + "1")).isPresent();
    }

    @Test
    void theSameFileIsReadInBothEncodings() {
        String text = "所属コード,所属名,種別,開始日\nENC-1,髙﨑①警察署,警察署,平成26年4月1日\n";
        var report = imports.preview(List.of(cp932("所属.csv", text)));
        assertThat(report.faults()).isEmpty();
        assertThat(report.files()).extracting(ImportReport.FileRead::encoding).containsExactly("CP932");
        assertThat(imports.preview(List.of(utf8("所属.csv", "\uFEFF" + text))).files())
                .extracting(ImportReport.FileRead::encoding)
                .containsExactly("UTF-8 (BOM)");
        assertThat(imports.preview(List.of(utf8("所属.csv", text))).files())
                .extracting(ImportReport.FileRead::encoding)
                .containsExactly("UTF-8");
        var roster = apply(cp932("所属.csv", text));
        assertThat(roster.unitByCode("ENC-1").map(Unit::name)).contains("髙﨑①警察署");
        assertThat(roster.unitByCode("ENC-1").map(unit -> unit.span().from())).contains(LocalDate.of(2014, 4, 1));
        assertThat(imports.preview(List.of(utf8("所属.csv", text))).count(Change.UNCHANGED))
                .isEqualTo(1);
    }

    @Test
    void everyRepairIsListed() {
        String text = "所属コード,所属名,種別,開始日\nｒｅｐ－１, 試験署　,警察署,R8.4.1\n\n";
        var report = imports.preview(List.of(utf8("u.csv", text)));
        assertThat(report.faults()).isEmpty();
        assertThat(report.repairs())
                .contains(
                        new ImportReport.Repair("u.csv", 2, "所属コード", "ｒｅｐ－１", "REP-1"),
                        new ImportReport.Repair("u.csv", 2, "所属名", " 試験署　", "試験署"),
                        new ImportReport.Repair("u.csv", 2, "開始日", "R8.4.1", "2026-04-01"),
                        new ImportReport.Repair("u.csv", 3, "", "", ""));
        assertThat(report.effects()).extracting(ImportReport.Effect::late).containsExactly(true);
    }

    @Test
    void transferWithAFutureDateTakesEffectByItself() {
        base("T");
        var spring = today.plusDays(10);
        var roster = apply(posts("TH/1,TH,係長,警察官,1,2014-04-01,"), appointments("T2,TH/1,本務," + spring + ",,第2号"));
        var person = roster.byStaffNumber("T2").orElseThrow().id();
        assertThat(titles(roster, person)).containsExactly("係員");
        assertThat(titles(organization.roster(spring.minusDays(1)), person)).containsExactly("係員");
        assertThat(titles(organization.roster(spring), person)).containsExactly("係長");
        assertThat(roster.appointmentsOf(person, spring)).hasSize(1);
        assertThat(organization.snapshot().appointmentsOfPerson().of(person)).hasSize(2);
        assertThat(organization.snapshot().people().of(person)).hasSize(1);
    }

    private static List<String> titles(Roster roster, PersonId person) {
        return roster.appointmentsOf(person).stream()
                .flatMap(held -> roster.post(held.post()).stream())
                .map(Post::title)
                .toList();
    }

    @Test
    void mergedStationPointsToItsSuccessorAndKeepsItsName() {
        base("M");
        var merger = today.plusDays(30);
        var last = merger.minusDays(1);
        var roster = apply(
                units("MS,試験警察署,警察署,MH,2014-04-01," + last + ",,,", "MN,新試験警察署,警察署,MH," + merger + ",,MS,,統合の告示"),
                posts("MN/1,MN,署長,所属長,1," + merger + ","),
                appointments("M1,MN/1,本務," + merger + ",,", "M2,MS/2,本務,2020-04-01," + last + ","));
        var old = roster.unitByCode("MS").orElseThrow().id();
        var later = organization.roster(merger);
        var successor = later.unitByCode("MN").orElseThrow().id();
        assertThat(roster.current(old)).containsExactly(old);
        assertThat(later.unit(old)).isEmpty();
        assertThat(later.current(old)).containsExactly(successor);
        assertThat(later.serves(successor, old)).isTrue();
        assertThat(organization.snapshot().units().of(old))
                .extracting(Unit::name)
                .containsExactly("試験警察署");
        assertThat(organization.snapshot().rows().successions())
                .contains(new Succession(old, successor, merger, "統合の告示"));
        assertThat(organization.unitOfCode("MS")).contains(old);
    }

    @Test
    void renamedUnitKeepsItsIdAndBothNames() {
        base("N");
        var day = today.plusDays(5);
        var roster = apply(units("NS,改称警察署,警察署,NH," + day + ",,,,改称の告示"));
        var id = roster.unitByCode("NS").orElseThrow().id();
        assertThat(organization.snapshot().units().of(id))
                .extracting(Unit::name)
                .containsExactly("試験警察署", "改称警察署");
        assertThat(organization.roster(day).unit(id).map(Unit::name)).contains("改称警察署");
        var _ = apply(units("NS,再改称警察署,警察署,NH," + day + ",,,,"));
        assertThat(organization.snapshot().units().of(id))
                .extracting(Unit::name)
                .containsExactly("試験警察署", "再改称警察署");
    }

    @Test
    void suspensionHoldsForItsTimeAndLeavingEndsThePosts() {
        base("L");
        var until = today.plusDays(9);
        var roster = apply(people("L2,﨑山 花子,サキヤマ ハナコ,巡査,警察官,停職," + today + "," + until + ""));
        var person = roster.byStaffNumber("L2").orElseThrow();
        assertThat(person.duty()).isEqualTo(DutyState.SUSPENSION);
        assertThat(person.duty().mayAct()).isFalse();
        assertThat(organization.roster(until.plusDays(1)).person(person.id()).map(Person::duty))
                .contains(DutyState.ON_DUTY);
        var after = apply(people("L1,髙橋 一郎,タカハシ イチロウ,警視,警察官,退職," + today + ","));
        assertThat(after.appointmentsOf(after.byStaffNumber("L1").orElseThrow().id()))
                .isEmpty();
        assertThat(refused(appointments("L1,LS/2,本務," + today.plusDays(20) + ",,")))
                .extracting(Fault::message)
                .containsExactly("reorganization.fault.person-not-in-force");
    }

    @Test
    void deputiesAndDutyOfficersAreDated() {
        base("D");
        var day = today.plusDays(3);
        var roster = apply(
                posts("DS/3,DS,副署長,署の幹部,1,2014-04-01,", "DS/1,DS,署長,所属長,1," + day + ",DS/3;DS/2"),
                duty("DS,D1,○," + day + " 17:15," + day.plusDays(1) + " 8:30"));
        var chief = roster.postByCode("DS/1").orElseThrow().id();
        assertThat(roster.deputiesOf(chief)).hasSize(1);
        assertThat(organization.roster(day).deputiesOf(chief))
                .extracting(Deputy::order)
                .containsExactly(1, 2);
        var unit = roster.unitByCode("DS").orElseThrow().id();
        var night = day.atTime(23, 0).atZone(akashi.calendar.JapaneseDates.ZONE).toInstant();
        assertThat(roster.onDuty(unit, night)).hasSize(1);
        var changed = apply(
                posts("DS/1,DS,署長,所属長,1," + day + ",DS/3"),
                duty("DS,D1,," + day + " 18:00," + day.plusDays(1) + " 8:30"));
        assertThat(changed.onDuty(unit, night)).extracting(DutyShift::chief).containsExactly(false);
        assertThat(organization.roster(day).deputiesOf(chief)).hasSize(1);
        assertThat(refused(duty("DS,D2,?,あした,2026-01-01 25:00")))
                .extracting(Fault::message)
                .containsExactly(
                        "reorganization.fault.not-a-flag",
                        "reorganization.fault.not-a-time",
                        "reorganization.fault.not-a-time");
    }

    @Test
    void contradictionsAndLooseEndsAreRefusedWithTheirLines() {
        base("C");
        var faults = refused(
                units(
                        "CS,別の名前,警察署,CH,2014-04-01,,,,",
                        "CX,迷子,警察署,NOWHERE,2014-04-01,,,,",
                        "CY,輪,係・センター,CY,2014-04-01,,,CY,",
                        "CH,試験本部,警察本部,,2014-04-01,2030-03-31,,,"),
                people("C1,髙橋 一郎,タカハシ イチロウ,主事,警察官,勤務," + today.plusDays(1) + ","),
                posts("CS/2,CH,係員,警察官,,2014-04-01,CS/2", "CS/2,CS,係員,警察官,,2014-04-01,CS/2"),
                appointments(
                        "C2,CS/1,兼務," + today + ",,",
                        "C9,CS/1,本務,2020-04-01,,",
                        "C2,CS/9,本務,2020-04-01,,",
                        "C2,CS/2,本務,2019-04-01,,"));
        assertThat(faults)
                .extracting(fault -> fault.file() + " " + fault.line() + " " + fault.column() + " "
                        + fault.message().substring("reorganization.fault.".length()))
                .containsExactlyInAnyOrder(
                        "所属.csv 2 開始日 contradicts-open",
                        "所属.csv 3 上位所属コード unit-unknown",
                        "所属.csv 4 応援先 serves-itself",
                        "所属.csv 4 上位所属コード unit-circle",
                        "所属.csv 5 終了日 unit-has-units",
                        "職員.csv 2 階級 rank-of-other-employment",
                        "職.csv 2 所属コード post-of-other-unit",
                        "職.csv 3 代理順位 deputises-itself",
                        "任用.csv 2 職コード seats-taken",
                        "任用.csv 3 職員番号 person-unknown",
                        "任用.csv 4 職コード post-unknown",
                        "任用.csv 5 開始日 contradicts-open");
    }

    @Test
    void whatIsPlannedCanBeReplacedAndWhatIsEndedStays() {
        base("E");
        var day = today.plusDays(40);
        var roster = apply(
                posts("ES/2,ES,主任,警察官,," + day + ","),
                people("E2,﨑山 幸子,サキヤマ サチコ,巡査長,警察官,勤務," + day + ","),
                appointments("E2,ES/2,本務,2020-04-01," + day + ",", "E2,ES/1,事務取扱," + day.plusDays(1) + ",,"));
        var person = roster.byStaffNumber("E2").orElseThrow().id();
        var post = roster.postByCode("ES/2").orElseThrow().id();
        assertThat(organization.roster(day).post(post).map(Post::title)).contains("主任");
        var replaced =
                apply(posts("ES/2,ES,専門官,警察官,," + day + ","), people("E2,﨑山 花子,サキヤマ ハナコ,巡査,警察官,退職," + day + ","));
        assertThat(organization.roster(day).post(post).map(Post::title)).contains("専門官");
        assertThat(organization.roster(day).person(person).map(Person::duty)).contains(DutyState.RETIRED);
        assertThat(organization.snapshot().appointmentsOfPerson().of(person)).hasSize(1);
        assertThat(replaced.appointmentsOf(person, day.minusDays(1))).hasSize(1);
        assertThat(replaced.appointmentsOf(person, day)).isEmpty();
    }

    @Test
    void whoLeavesBeforeTheFirstDayOfAPostNeverComesToHoldIt() {
        base("V");
        var comes = today.plusDays(20);
        var _ = apply(people("V3,新任 太郎,シンニン タロウ,巡査,警察官,勤務,2014-04-01,"), appointments("V3,VS/2,本務," + comes + ",,"));
        var leaves = comes.minusDays(5);
        var roster = apply(people("V3,新任 太郎,シンニン タロウ,巡査,警察官,退職," + leaves + ","));
        var person = roster.byStaffNumber("V3").orElseThrow().id();
        assertThat(organization.snapshot().appointmentsOfPerson().of(person)).isEmpty();
        assertThat(organization.roster(comes).appointmentsOf(person)).isEmpty();
    }

    @Test
    void seatsAreCountedOverTheWholeTransfer() {
        base("Q");
        var day = today.plusDays(7);
        var swapped = apply(
                posts("QS/3,QS,次長,署の幹部,1,2014-04-01,"),
                appointments("Q2,QS/1,本務," + day + ",,", "Q1,QS/3,本務," + day + ",,"));
        assertThat(titles(
                        organization.roster(day),
                        swapped.byStaffNumber("Q2").orElseThrow().id()))
                .containsExactly("署長");
        assertThat(refused(appointments("Q1,QS/1,兼務," + today + "," + day + ",")))
                .extracting(Fault::message)
                .containsExactly("reorganization.fault.contradicts");
        assertThat(refused(
                        posts("QS/2,QS,係員,警察官,1," + today + ",", "QS/1,QS,署長,所属長,1," + day.minusDays(1) + ","),
                        appointments("Q1,QS/2,兼務," + today + ",,")))
                .extracting(fault -> fault.file() + " " + fault.line() + " " + fault.column())
                .contains("職.csv 2 定員", "任用.csv 2 職コード");
        assertThat(apply(appointments("Q1,QS/2,事務取扱," + today + ",,"))
                        .appointmentsOf(
                                swapped.byStaffNumber("Q1").orElseThrow().id()))
                .hasSize(2);
    }

    @Test
    void whoActsInAPostIsRelievedByHoldingIt() {
        base("A");
        var day = today.plusDays(3);
        var roster = apply(posts("AS/3,AS,次長,署の幹部,1,2014-04-01,"), appointments("A2,AS/3,事務取扱," + today + ",,"));
        var person = roster.byStaffNumber("A2").orElseThrow().id();
        assertThat(titles(roster, person)).containsExactlyInAnyOrder("係員", "次長");
        assertThat(apply(appointments("A2,AS/3,本務," + day + ",,")).appointmentsOf(person, day))
                .extracting(Appointment::kind)
                .containsExactly(AppointmentKind.PRINCIPAL);
    }

    @Test
    void unitWithPeopleCannotEnd() {
        base("P");
        assertThat(refused(units("PS,試験警察署,警察署,PH,2014-04-01,2030-03-31,,,")))
                .extracting(Fault::message, Fault::args)
                .containsExactly(tuple("reorganization.fault.unit-has-people", List.of("試験警察署", 2L)));
    }

    @Test
    void fileBrokenInLine9999Of10000ChangesNothing() {
        base("B");
        String lines = IntStream.rangeClosed(2, 10_000)
                .mapToObj(line -> line == 9_999
                        ? "B-" + line + ",試験 太郎,シケン タロウ,巡査,警察官,勤務,令和7年2月30日,"
                        : "B-" + line + ",試験 太郎,シケン タロウ,巡査,警察官,勤務,2026-04-01,")
                .collect(Collectors.joining("\n"));
        var faults = refused(people(lines));
        assertThat(faults).hasSize(1);
        assertThat(faults.getFirst().line()).isEqualTo(9_999);
        assertThat(faults.getFirst().column()).isEqualTo("開始日");
        assertThat(organization.roster().byStaffNumber("B-2")).isEmpty();
        var whole = apply(people(lines.replace("令和7年2月30日", "2026-04-01")));
        assertThat(whole.byStaffNumber("B-10000")).isPresent();
    }

    @Test
    void keptImportIsAppliedOnce() {
        var files = List.of(utf8("u.csv", "所属コード,所属名,種別,開始日\nKEPT-1,保管署,警察署,2020-04-01\n"));
        long number = imports.keep(files, BY);
        assertThat(imports.latest()).extracting(KeptImport::number).contains(number);
        assertThat(imports.previewKept(number).clean()).isTrue();
        var use = Use.of(OrganizationImport.ACT, BY);
        assertThat(imports.applyKept(number, use)).isInstanceOf(OrganizationImport.Applied.class);
        assertThat(imports.kept(number).map(KeptImport::appliedBy)).contains("import-test");
        assertThatThrownBy(() -> imports.applyKept(number, use)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void linesCannotBeRewrittenByTheApplication() {
        var file = utf8("u.csv", "所属コード,所属名,種別,開始日,終了日\nKEEP-1,残る署,警察署,2020-04-01,2024-03-31\n");
        assertThat(apply(file).unitByCode("KEEP-1")).isEmpty();
        refused("update organization_unit_version set name = 'x' where false");
        refused("delete from organization_appointment where false");
        refused("""
                update organization_unit_version set valid_until = '2999-01-01'
                 where unit = (select id from organization_unit where code = 'KEEP-1')
                """);
        refused("""
                update organization_unit_version set valid_until = null
                 where unit = (select id from organization_unit where code = 'KEEP-1')
                """);
    }

    private void refused(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update()).as(statement).isInstanceOf(DataAccessException.class);
    }
}
