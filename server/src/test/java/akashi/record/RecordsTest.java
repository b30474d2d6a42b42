package akashi.record;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.MovableClock;
import akashi.TestForce;
import akashi.access.Asker;
import akashi.document.CautionNote;
import akashi.document.RecordContent;
import akashi.document.RecordSummary;
import akashi.identity.Normaliser;
import akashi.identity.PersonName;
import akashi.organization.Organization;
import akashi.registration.Change;
import akashi.registration.ChangeOutcome;
import akashi.registration.RecordChanges;
import akashi.registration.Sheets;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Uses;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What counts is found by its keys, as it stands and as it stood. */
class RecordsTest extends Finding {
    RecordsTest(
            Records records,
            RecordChanges changes,
            OwnAccess own,
            UsageLog usage,
            Uses uses,
            Organization organization,
            MovableClock clock) {
        super(records, changes, own, usage, uses, organization, clock);
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
                .singleElement()
                .satisfies(then -> assertThat(then.fields().first("plate"))
                        .isEqualTo(plate(before).canonical()));
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
        Instant asked = clock.instant();
        clock.move(Duration.ofMinutes(5));
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
        assertThat(open(
                                records.find(
                                        new Lookup(keys(plate), Set.of(Sheets.VEHICLE), null, null, asked),
                                        people.detective(),
                                        (_, _) -> true),
                                people.detective())
                        .found())
                .as("what it showed while it answered")
                .singleElement()
                .satisfies(then -> assertThat(then.fields().first("plate"))
                        .isEqualTo(plate(plate).canonical()));
        assertThat(content(counted.record(), new AsOf.Now(), people.detective()))
                .get()
                .extracting(RecordContent::ending)
                .isEqualTo("self-found");
    }

    @Test
    void aPersonIsFoundByOldFormsAndNarrowedByBirthAndSex() {
        var _ = confirm(make(wanted("髙橋 一郎太", "タカハシ イチロウタ", "S63.4.??"), people.detective()));
        PersonName typed = name("高橋 一郎太", null);

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

        assertThat(person(name("期限 切太郎", null), null, null))
                .filteredOn(hit -> hit.id().equals(counted.record()))
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.lapsed(LocalDate.of(2027, 5, 1))).isFalse();
                    assertThat(hit.lapsed(LocalDate.of(2027, 5, 2))).isTrue();
                });
    }

    @Test
    void aCaseIsLookedUpForDecisions() {
        ChangeOutcome.Done done = make(vehicle(Sheets.plate()), people.detective());

        assertThat(records.caseUnit(Sheets.VEHICLE, done.number()))
                .contains(people.force().unit(TestForce.HACHI));
        assertThat(records.caseUnit(Sheets.VEHICLE, "盗車-X-1")).isEmpty();
    }

    @Test
    void tooBroadAQuestionFindsNothingAndSaysSo() {
        String plate = Sheets.plate();
        for (int i = 0; i <= Lookup.CAP; i++) {
            var _ = confirm(make(vehicle(plate), people.detective()));
        }

        Hits hits = find(plate, people.detective());
        assertThat(hits.found()).isEmpty();
        assertThat(hits.tooBroad()).containsExactly(Sheets.VEHICLE);
        assertThat(hits.normaliser()).isEqualTo(Normaliser.VERSION);
    }
}
