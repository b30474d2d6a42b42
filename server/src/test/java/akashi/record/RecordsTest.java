package akashi.record;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.ModuleTest;
import akashi.MovableClock;
import akashi.TestForce;
import akashi.access.Asker;
import akashi.account.TestDevices;
import akashi.identity.Normaliser;
import akashi.identity.Parsed;
import akashi.identity.PartialDate;
import akashi.identity.PersonName;
import akashi.identity.Plate;
import akashi.identity.SearchKey;
import akashi.operation.OperationCode;
import akashi.organization.Organization;
import akashi.organization.PersonId;
import akashi.organization.PostClass;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Uses;
import akashi.usage.Withheld;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

@ModuleTest
@Import({MovableClock.Setup.class, TestDevices.class})
class RecordsTest {
    private final Records records;
    private final RecordChanges changes;
    private final OwnAccess own;
    private final UsageLog usage;
    private final Uses uses;
    private final MovableClock clock;
    private final People people;

    RecordsTest(
            Records records,
            RecordChanges changes,
            OwnAccess own,
            UsageLog usage,
            Uses uses,
            Organization organization,
            MovableClock clock) {
        this.records = records;
        this.changes = changes;
        this.own = own;
        this.usage = usage;
        this.uses = uses;
        this.clock = clock;
        this.people = new People(organization, clock);
    }

    @Test
    void onlyWhatCountsAnswers() {
        String plate = Sheets.plate();
        ChangeOutcome.Done waiting = make(vehicle(plate), people.detective());

        assertThat(find(plate, people.detective()).found()).isEmpty();
        var _ = confirm(waiting);
        assertThat(find(plate, people.detective()).found()).singleElement().satisfies(hit -> {
            assertThat(hit.number()).isEqualTo(waiting.number());
            assertThat(hit.state()).isEqualTo("listed");
            assertThat(hit.fields().first("model")).isEqualTo("プリウス");
            assertThat(hit.fields().first("keeper.written")).isEmpty();
            assertThat(hit.cautions()).extracting(CautionNote::code).containsExactly("armed");
            assertThat(hit.matches()).isNotEmpty();
            assertThat(hit.lapsed(LocalDate.of(2026, 11, 22))).isFalse();
        });
    }

    @Test
    void theEntryCountsExactlyWhatTheRightReaches() {
        String plate = Sheets.plate();
        ChangeOutcome.Done own = confirm(make(vehicle(plate), people.detective()));
        Asker asker = people.detective();
        assertThat(find(plate, asker).found())
                .singleElement()
                .extracting(RecordSummary::id)
                .isEqualTo(own.record());

        var withheld = records.find(
                Lookup.of(keys(plate), Set.of(Sheets.VEHICLE)),
                asker,
                (_, unit) -> !unit.equals(asker.unit().id()));
        var released = usage.release(Use.of("EXISTENCE", asker.actor()), withheld);

        assertThat(released.value().found()).isEmpty();
        var latest = uses.latestOf(asker.staffNumber(), List.of("EXISTENCE"), 1);
        assertThat(open(latest, asker)).singleElement().satisfies(use -> {
            assertThat(use.proved().number()).isEqualTo(released.proved().number());
            assertThat(use.seen().hits()).isZero();
            assertThat(use.seen().records()).isEmpty();
        });
    }

    @Test
    void aCorrectionMovesTheKeysAndThePastCanStillBeAsked() {
        String before = Sheets.plate();
        String after = Sheets.plate();
        ChangeOutcome.Done counted = confirm(make(vehicle(before), people.detective()));
        clock.move(Duration.ofMinutes(5));
        Instant asked = clock.instant();
        clock.move(Duration.ofMinutes(5));
        var _ = confirm(make(
                new Change.Correct(
                        UUID.randomUUID(),
                        counted.record(),
                        counted.version(),
                        Sheets.entry(Sheets.vehicle(after)),
                        "番号の誤り"),
                people.detective()));
        Asker asker = people.detective();

        assertThat(find(before, asker).found()).isEmpty();
        assertThat(find(after, asker).found()).hasSize(1);
        assertThat(open(
                                records.find(
                                        new Lookup(keys(before), Set.of(Sheets.VEHICLE), null, null, asked),
                                        asker,
                                        (_, _) -> true),
                                asker)
                        .found())
                .hasSize(1);
        assertThat(content(counted.record(), new AsOf.At(asked), asker)).get().satisfies(content -> {
            assertThat(content.values().first("plate")).isEqualTo(plate(before).canonical());
            assertThat(content.version()).isEqualTo(2);
            assertThat(content.latest()).isEqualTo(4);
        });
        assertThat(content(counted.record(), new AsOf.Now(), asker))
                .get()
                .satisfies(content -> assertThat(content.values().first("plate"))
                        .isEqualTo(plate(after).canonical()));
        assertThat(content(counted.record(), new AsOf.Version(2), asker)).isPresent();
        assertThat(content(counted.record(), new AsOf.Version(1), asker)).isEmpty();
        assertThat(content(counted.record(), new AsOf.At(Instant.EPOCH), asker)).isEmpty();
    }

    @Test
    void anEndedDocumentAnswersNoMore() {
        String plate = Sheets.plate();
        ChangeOutcome.Done counted = confirm(make(vehicle(plate), people.detective()));
        var _ = make(
                new Change.End(
                        UUID.randomUUID(),
                        counted.record(),
                        counted.version(),
                        "self-found",
                        Map.of("foundOn", List.of("2026-11-20"), "foundNote", List.of("自宅で発見")),
                        ""),
                people.detective());

        assertThat(find(plate, people.detective()).found()).isEmpty();
        assertThat(content(counted.record(), new AsOf.Now(), people.detective()))
                .get()
                .extracting(RecordContent::ending)
                .isEqualTo("self-found");
    }

    @Test
    void aPersonIsFoundByOldFormsAndNarrowedByBirthAndSex() {
        var _ = confirm(make(wanted("髙橋 一郎太", "タカハシ イチロウタ", "S63.4.??"), people.detective()));
        List<SearchKey> typed = Normaliser.keys(name("高橋 一郎太", null));

        assertThat(person(typed, null, null)).isNotEmpty();
        assertThat(person(typed, date("1988-04-12"), "male")).isNotEmpty();
        assertThat(person(typed, date("1988-05-01"), null)).isEmpty();
        assertThat(person(typed, null, "female")).isEmpty();
        assertThat(person(typed, date("不明"), null)).isNotEmpty();
    }

    @Test
    void aWarrantThatHasLapsedSaysSo() {
        Change.Register form = wanted("期限 切太郎", "キゲン キレタロウ", "1990-01-01");
        ChangeOutcome.Done counted = confirm(make(form, people.detective()));

        assertThat(person(Normaliser.keys(name("期限 切太郎", null)), null, null))
                .filteredOn(hit -> hit.id().equals(counted.record()))
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.lapsed(LocalDate.of(2027, 5, 1))).isFalse();
                    assertThat(hit.lapsed(LocalDate.of(2027, 5, 2))).isTrue();
                });
    }

    @Test
    void aSealedDocumentIsThereForItsReadersOnly() {
        String plate = Sheets.plate();
        ChangeOutcome.Done counted = confirm(make(vehicle(plate), people.detective()));
        Asker reader = people.detective();
        Asker head = people.head();
        Change.Seal seal = new Change.Seal(
                UUID.randomUUID(),
                counted.record(),
                counted.version(),
                List.of(reader.staffNumber(), head.staffNumber()),
                "特に保護を要する");

        assertThat(changes.make(seal, people.detective()))
                .isEqualTo(new ChangeOutcome.NotPossible("record.not-possible.seal"));
        ChangeOutcome.Done sealed = make(seal, head);
        Asker other = people.supervisor();
        assertThat(find(plate, reader).found()).hasSize(1);
        assertThat(find(plate, other).found()).isEmpty();
        assertThat(content(counted.record(), new AsOf.Now(), other)).isEmpty();
        assertThat(changes.make(
                        new Change.Correct(
                                UUID.randomUUID(),
                                counted.record(),
                                sealed.version(),
                                Sheets.entry(Sheets.vehicle(plate)),
                                "x"),
                        other))
                .isInstanceOf(ChangeOutcome.NotThere.class);
        assertThat(changes.make(
                        new Change.Seal(
                                UUID.randomUUID(), sealed.record(), sealed.version(), List.of("no-such"), "閲覧者"),
                        head))
                .isInstanceOf(ChangeOutcome.Faulty.class);

        var _ = make(
                new Change.Seal(UUID.randomUUID(), sealed.record(), sealed.version(), List.of(), "保護の必要がなくなった"), head);
        assertThat(find(plate, other).found()).hasSize(1);
    }

    @Test
    void nobodyReadsTheOwnDocumentWithoutASecondPerson() {
        Asker subject = people.detective();
        PersonName name = name("自分 知太郎", "ジブン シルタロウ");
        own.state(
                new PersonId(subject.personId().value()),
                subject.staffNumber(),
                name,
                PartialDate.of(LocalDate.of(1985, 7, 7)));
        ChangeOutcome.Done counted = confirm(make(wanted("自分 知太郎", "ジブン シルタロウ", "1985-07-07"), people.detective()));
        List<SearchKey> keys = Normaliser.keys(name);

        assertThat(hits(keys, subject)).isEmpty();
        assertThat(hits(keys, people.detective())).isNotEmpty();
        assertThat(content(counted.record(), new AsOf.Now(), subject)).isEmpty();

        assertThat(own.ask(counted.number(), "登録の誤りを申し出るため", subject)).isEmpty();
        assertThat(own.decide(counted.number(), subject.staffNumber(), true, subject))
                .isFalse();
        assertThat(own.decide(
                        counted.number(), subject.staffNumber(), true, people.at(TestForce.HIRO, PostClass.UNIT_HEAD)))
                .isFalse();
        Asker second = people.supervisor();
        assertThat(own.queue(second).waiting())
                .extracting(OwnSql.Request::number)
                .contains(counted.number());
        assertThat(own.decide(counted.number(), subject.staffNumber(), true, second))
                .isTrue();
        assertThat(hits(keys, subject)).isNotEmpty();
        assertThat(content(counted.record(), new AsOf.Now(), subject)).isPresent();
        assertThat(own.queue(subject).mine())
                .first()
                .satisfies(request -> assertThat(request.validUntil()).isNotNull());

        clock.move(Duration.ofMinutes(31));
        assertThat(hits(keys, subject)).isEmpty();
    }

    @Test
    void aRequestIsTakenWhetherOrNotThereIsSuchADocument() {
        Asker asker = people.detective();

        assertThat(own.ask("手配-AT-HACHI-2026-99999", "確認のため", asker)).isEmpty();
        assertThat(own.ask("", "", asker)).hasSize(2);
        assertThat(own.decide("手配-AT-HACHI-2026-99999", asker.staffNumber(), false, people.supervisor()))
                .isTrue();
        assertThat(own.queue(asker).mine())
                .first()
                .satisfies(request -> assertThat(request.refusedAt()).isNotNull());
    }

    @Test
    void theStaffNumberLinksADocumentAlsoAfterAChangeOfName() {
        Asker subject = people.detective();
        own.state(
                subject.personId(),
                subject.staffNumber(),
                name("旧姓 花子", "キュウセイ ハナコ"),
                PartialDate.of(LocalDate.of(1991, 1, 2)));
        ChangeOutcome.Done counted = confirm(make(wanted("旧姓 花子", "キュウセイ ハナコ", "1991-01-02"), people.detective()));
        own.state(
                subject.personId(),
                subject.staffNumber(),
                name("新姓 花子", "シンセイ ハナコ"),
                PartialDate.of(LocalDate.of(1991, 1, 2)));

        assertThat(content(counted.record(), new AsOf.Now(), subject)).isEmpty();
    }

    @Test
    void aCaseIsLookedUpForDecisions() {
        ChangeOutcome.Done done = make(vehicle(Sheets.plate()), people.detective());

        assertThat(records.caseUnit(Sheets.VEHICLE, done.number()))
                .contains(people.force().unit(TestForce.HACHI));
        assertThat(records.caseUnit(Sheets.VEHICLE, "盗車-X-1")).isEmpty();
    }

    @Test
    void manyHitsAreCappedAndSaySo() {
        String plate = Sheets.plate();
        for (int i = 0; i <= Lookup.CAP; i++) {
            var _ = confirm(make(vehicle(plate), people.detective()));
        }

        Hits hits = find(plate, people.detective());
        assertThat(hits.found()).hasSize(Lookup.CAP);
        assertThat(hits.more()).isTrue();
        assertThat(hits.normaliser()).isEqualTo(Normaliser.VERSION);
    }

    private Change.Register vehicle(String plate) {
        Map<String, List<String>> inputs = Sheets.vehicle(plate);
        return new Change.Register(
                UUID.randomUUID(),
                Sheets.VEHICLE,
                "notice",
                new Change.Entry(
                        inputs,
                        List.of(new CautionNote("armed", "被害者の申告", LocalDate.of(2026, 10, 3))),
                        List.of(),
                        "原票1号"));
    }

    private static Change.Register wanted(String written, String kana, String birth) {
        return Sheets.register(Sheets.WANTED, "notice", Sheets.wanted(written, kana, birth));
    }

    private Hits find(String plate, Asker asker) {
        return open(records.find(Lookup.of(keys(plate), Set.of(Sheets.VEHICLE)), asker, (_, _) -> true), asker);
    }

    private List<RecordSummary> person(List<SearchKey> keys, @Nullable PartialDate birth, @Nullable String sex) {
        Asker asker = people.detective();
        return open(
                        records.find(new Lookup(keys, Set.of(Sheets.WANTED), birth, sex, null), asker, (_, _) -> true),
                        asker)
                .found();
    }

    private List<RecordSummary> hits(List<SearchKey> keys, Asker asker) {
        return open(
                        records.find(
                                Lookup.of(keys, Set.of(Sheets.WANTED, new OperationCode("missing-person"))),
                                asker,
                                (_, _) -> true),
                        asker)
                .found();
    }

    private Optional<RecordContent> content(RecordId id, AsOf asOf, Asker asker) {
        return open(records.content(id, asOf, asker), asker);
    }

    private <T> T open(Withheld<T> withheld, Asker asker) {
        return usage.release(Use.of("EXISTENCE", asker.actor()), withheld).value();
    }

    private static List<SearchKey> keys(String plate) {
        return Normaliser.keys(plate(plate));
    }

    private static Plate plate(String text) {
        return good(Plate.parse(text));
    }

    private static PersonName name(String written, @Nullable String kana) {
        return good(PersonName.parse(written, kana, null));
    }

    private static PartialDate date(String text) {
        return good(PartialDate.parse(text));
    }

    private static <T> T good(Parsed<T> parsed) {
        assertThat(parsed).isInstanceOf(Parsed.Good.class);
        return ((Parsed.Good<T>) parsed).value();
    }

    private ChangeOutcome.Done confirm(ChangeOutcome.Done done) {
        return make(new Change.Confirm(UUID.randomUUID(), done.record(), done.version()), people.supervisor());
    }

    private ChangeOutcome.Done make(Change change, Asker asker) {
        ChangeOutcome outcome = changes.make(change, asker);
        assertThat(outcome).isInstanceOf(ChangeOutcome.Done.class);
        return (ChangeOutcome.Done) outcome;
    }
}
