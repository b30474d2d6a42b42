package akashi.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.MovableClock;
import akashi.SignedInTest;
import akashi.TestAskers;
import akashi.TestForce;
import akashi.TestRecords;
import akashi.access.Asker;
import akashi.operation.OperationCode;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.record.CautionNote;
import akashi.record.RecordLoader;
import akashi.usage.PastUse;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Uses;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@SignedInTest
class InquiriesTest {
    private static final OperationCode WANTED = new OperationCode("wanted");

    private final Inquiries inquiries;
    private final Uses uses;
    private final UsageLog log;
    private final MovableClock clock;
    private final TestForce force;
    private final TestAskers askers;
    private final TestRecords records;

    InquiriesTest(
            Inquiries inquiries,
            Uses uses,
            UsageLog log,
            MovableClock clock,
            Organization organization,
            RecordLoader loader,
            Operations operations) {
        this.inquiries = inquiries;
        this.uses = uses;
        this.log = log;
        this.clock = clock;
        this.force = new TestForce(organization);
        this.askers = new TestAskers(organization, clock);
        this.records = new TestRecords(loader, operations, organization, clock);
    }

    @Test
    void aPlateOnRecordIsFoundWithCautionsAndHowItWasSearched() {
        var plate = TestRecords.plate();
        var number = records.stolenVehicle(
                TestForce.HIRO, plate, new CautionNote("armed", "被害者の申立て", LocalDate.of(2026, 1, 5)));
        var asker = officer();

        var answer = ask(asker, "plate", plate.replace(" ", ""), "operation", "stolen-vehicle");

        assertThat(answer.findings()).singleElement().isInstanceOfSatisfying(Finding.Found.class, found -> {
            var hit = found.hits().getFirst();
            assertThat(hit.place()).isEqualTo(1);
            assertThat(hit.summary().number()).isEqualTo(number);
            assertThat(hit.text("plate", "ja")).isEqualTo(plate);
            assertThat(hit.unit()).isNotNull().extracting(unit -> unit.code()).isEqualTo(TestForce.HIRO);
            assertThat(hit.cautions()).singleElement().satisfies(warned -> {
                assertThat(warned.source()).isEqualTo("被害者の申立て");
                assertThat(warned.stale()).as("older than 180 days").isTrue();
            });
            assertThat(hit.confirmationNeeded()).isTrue();
            assertThat(hit.unconfirmed()).isFalse();
        });
        assertThat(answer.searched().normaliser()).isNotBlank();
        assertThat(answer.searched().keys()).isNotEmpty();
        var use = latest(asker).getFirst();
        assertThat(use.proved().number()).isEqualTo(answer.number());
        assertThat(use.act()).isEqualTo(Inquiries.EXISTENCE);
        assertThat(use.grounds().purpose()).isEqualTo("stop-and-question");
        assertThat(use.grounds().caseReference()).isEqualTo("110-1122-0345");
        assertThat(use.seen().hits()).isEqualTo(1);
        assertThat(use.particulars())
                .isNotNull()
                .satisfies(particulars -> assertThat(particulars.keys()).first().satisfies(key -> {
                    assertThat(key.typed()).isEqualTo(plate.replace(" ", ""));
                    assertThat(key.normalised()).isNotBlank();
                }));
    }

    @Test
    void noRecordIsAnAnswerWithAnEntryToo() {
        var asker = officer();

        var answer = ask(asker, "plate", "八戸 599 わ 99-98", "operation", "stolen-vehicle");

        assertThat(answer.findings()).singleElement().isInstanceOf(Finding.NoRecord.class);
        assertThat(latest(asker)).first().satisfies(use -> {
            assertThat(use.proved().number()).isEqualTo(answer.number());
            assertThat(use.seen().hits()).isZero();
        });
    }

    @Test
    void oneQuestionAsksEveryOperationThatFitsAndIsOneEntry() {
        var plate = TestRecords.plate();
        var _ = records.stolenVehicle(TestForce.HACHI, plate);
        var asker = officer();

        var answer = ask(asker, "plate", plate);

        assertThat(answer.findings())
                .extracting(finding -> finding.operation().code().value())
                .contains("stolen-vehicle", "wanted", "missing-person");
        assertThat(answer.findings().getFirst()).isInstanceOf(Finding.Found.class);
        assertThat(latest(asker))
                .singleElement()
                .satisfies(use -> assertThat(use.authority().operations())
                        .hasSameSizeAs(answer.findings())
                        .allSatisfy(consulted -> assertThat(consulted.ruling()).isNotNull()));
    }

    @Test
    void aRefusedInquiryStillLeavesALeaf() {
        var asker = askers.of(force.officer(TestForce.GENERAL, PostClass.CIVILIAN));

        var answer = ask(asker, "plate", TestRecords.plate(), "operation", "stolen-vehicle");

        assertThat(answer.refused()).isTrue();
        assertThat(answer.hits()).isEmpty();
        assertThat(answer.findings())
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(reason -> reason.rule())
                                .contains("AK-06"));
        assertThat(latest(asker))
                .singleElement()
                .satisfies(use -> assertThat(
                                use.authority().operations().getFirst().ruling())
                        .isNotNull()
                        .satisfies(ruling -> assertThat(ruling.permitted()).isFalse()));
    }

    @Test
    void junkReasonsAreRefusedAndRecorded() {
        var asker = officer();
        for (var reason : List.of(".", "あああああ", "テスト")) {
            var answer = ask(asker, "plate", TestRecords.plate(), "note", reason);
            assertThat(answer.refused()).as(reason).isTrue();
        }
        assertThat(latest(asker)).hasSize(3);
    }

    @Test
    void aPurposeThatDoesNotBelongIsRefusedForThatOperationAlone() {
        var asker = officer();

        var answer = ask(
                asker,
                "plate",
                TestRecords.plate(),
                "purpose",
                "abandoned-vehicle",
                "operation",
                "stolen-vehicle,wanted");

        assertThat(answer.findings()).extracting(Finding::word).containsExactly("NO_RECORD", "REFUSED");
    }

    @Test
    void aCaseHeldHereMustExistAndBelongToTheAskersUnit() {
        var own = records.stolenVehicle(TestForce.HACHI, TestRecords.plate());
        var others = records.stolenVehicle(TestForce.HIRO, TestRecords.plate());
        var asker = officer();

        assertThat(underCase(asker, own).refused()).isFalse();
        assertThat(underCase(asker, others).refused()).isTrue();
        assertThat(underCase(asker, own.replaceAll("\\d{5}$", "99999")).refused())
                .isTrue();
    }

    @Test
    void theSameSubmitIsAnsweredOnceAndLaterItIsANewUse() {
        var asker = officer();
        var form = form("plate", TestRecords.plate(), "request", "r-1");

        var first = answer(asker, form);
        var second = answer(asker, form);
        clock.move(OpenAnswers.SAME_SUBMIT.plusSeconds(1));
        var later = answer(asker, form);

        assertThat(second.number()).isEqualTo(first.number());
        assertThat(later.number()).isNotEqualTo(first.number());
        assertThat(latest(asker))
                .hasSize(2)
                .first()
                .satisfies(use -> assertThat(use.seen().facts()).containsEntry("reopened", first.number()));
    }

    @Test
    void anotherQuestionUnderTheSameRequestIsAsked() {
        var asker = officer();

        var first = ask(asker, "plate", "八戸 301 ん 1".replace('ん', 'あ'), "request", "r-2");
        var second = ask(asker, "plate", "八戸 301 い 2", "request", "r-2");

        assertThat(second.number()).isNotEqualTo(first.number());
        assertThat(second.inquiry().keys()).isNotEqualTo(first.inquiry().keys());
    }

    @Test
    void submitsAtOnceGetOneEntry() throws Exception {
        var asker = officer();
        var form = form("plate", TestRecords.plate(), "request", "r-3");
        var submits = new ArrayList<Callable<String>>();
        for (int i = 0; i < 8; i++) {
            submits.add(() -> answer(asker, form).number());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var numbers = new ArrayList<String>();
            for (var done : threads.invokeAll(submits)) {
                numbers.add(done.get());
            }
            assertThat(numbers.stream().distinct()).hasSize(1);
        }
        assertThat(latest(asker)).hasSize(1);
    }

    @Test
    void reopeningIsANewUseByTheAskerWithinMinutes() {
        var asker = officer();
        var answer = ask(asker, "plate", TestRecords.plate());

        assertThat(inquiries.reopen(officer(), answer.number())).isEmpty();
        assertThat(inquiries.reopen(asker, answer.number()))
                .hasValueSatisfying(again -> assertThat(again.number()).isNotEqualTo(answer.number()));
        clock.move(OpenAnswers.OPEN.plus(Duration.ofSeconds(1)));
        assertThat(inquiries.reopen(asker, answer.number())).isEmpty();
        assertThat(latest(asker)).hasSize(2);
    }

    @Test
    void contentIsASecondEntryWithTheSameGrounds() {
        var plate = TestRecords.plate();
        var _ = records.stolenVehicle(TestForce.HIRO, plate);
        var asker = officer();
        var answer = ask(asker, "plate", plate, "operation", "stolen-vehicle");

        var content = inquiries.content(asker, answer.number(), 1);

        assertThat(content).isInstanceOfSatisfying(ContentAnswer.Shown.class, shown -> {
            assertThat(shown.content().values().first("keeper.written")).isEqualTo("見本 花子");
            assertThat(shown.proved().number()).isNotEqualTo(answer.number());
        });
        assertThat(latest(asker)).hasSize(2).first().satisfies(use -> {
            assertThat(use.act()).isEqualTo(Inquiries.CONTENT);
            assertThat(use.grounds().caseReference()).isEqualTo("110-1122-0345");
            assertThat(use.seen().facts()).containsEntry("of", answer.number());
            assertThat(use.seen().records()).hasSize(1);
        });
    }

    @Test
    void whoeverMayKnowThatItIsRecordedMayStillNotSeeWhat() {
        var number = "八戸 A-" + TestRecords.plate().hashCode();
        var _ = records.bicycle(TestForce.HACHI, number);
        var asker = askers.of(force.officer(TestForce.HACHI, PostClass.CIVILIAN));
        var answer = ask(
                asker, "kind", "bicycle", "bicycle", number, "purpose", "abandoned-vehicle", "operation", "bicycle");
        assertThat(answer.findings()).singleElement().isInstanceOf(Finding.Found.class);

        assertThat(inquiries.content(asker, answer.number(), 1)).isInstanceOf(ContentAnswer.Refused.class);
        assertThat(latest(asker)).hasSize(2).first().satisfies(use -> {
            assertThat(use.act()).isEqualTo(Inquiries.CONTENT);
            assertThat(use.seen().hits()).isZero();
        });
    }

    @Test
    void nobodyContinuesAnothersAnswer() {
        var plate = TestRecords.plate();
        var _ = records.stolenVehicle(TestForce.HIRO, plate);
        var answer = ask(officer(), "plate", plate);

        assertThat(inquiries.content(officer(), answer.number(), 1)).isInstanceOf(ContentAnswer.Closed.class);
        assertThat(inquiries.content(officer(), "1-999999999", 1)).isInstanceOf(ContentAnswer.Closed.class);
    }

    @Test
    void candidatesOfOneNameMustBeChosenWithAReasonBeforeContent() {
        var family = "勅使河原" + (char) ('一' + Math.abs(TestRecords.plate().hashCode() % 20_000));
        var until = LocalDate.of(2099, 1, 1);
        var one = suspect(family + " 太郎", "1988-04-12");
        var two = suspect(family + " 太郎", "1988-04-13");
        var _ = records.wanted(TestForce.HACHI, one, until);
        var _ = records.wanted(TestForce.HIRO, two, until);
        var asker = officer();

        var answer = ask(asker, "kind", "person", "name", family + " 太郎", "operation", "wanted");

        assertThat(answer.findings()).singleElement().isInstanceOf(Finding.NeedsChoice.class);
        assertThat(answer.hits()).hasSize(2);
        assertThat(inquiries.content(asker, answer.number(), 1)).isInstanceOf(ContentAnswer.ChoiceFirst.class);
        assertThat(inquiries.choose(asker, answer.number(), WANTED, 1, "..."))
                .isInstanceOf(ChoiceOutcome.ReasonMissing.class);
        assertThat(inquiries.choose(asker, answer.number(), WANTED, 7, "生年月日が一致"))
                .isInstanceOf(ChoiceOutcome.Closed.class);
        assertThat(inquiries.choose(asker, answer.number(), WANTED, 1, "生年月日が一致"))
                .isInstanceOf(ChoiceOutcome.Chosen.class);
        assertThat(inquiries.content(asker, answer.number(), 1)).isInstanceOf(ContentAnswer.Shown.class);
        assertThat(inquiries.content(asker, answer.number(), 2)).isInstanceOf(ContentAnswer.ChoiceFirst.class);
        assertThat(uses(asker, Inquiries.CHOICE)).singleElement().satisfies(use -> {
            assertThat(use.seen().facts()).containsEntry("chosen", "1");
            assertThat(use.seen().records()).as("chosen first, then rejected").hasSize(2);
            assertThat(use.seen().records().getFirst().id())
                    .isEqualTo(answer.hits().getFirst().summary().id().value().toString());
            assertThat(use.particulars())
                    .isNotNull()
                    .extracting(Use.Particulars::text)
                    .isEqualTo("生年月日が一致");
        });
        assertThat(Comparison.of(answer.hits(), "ja").columns())
                .filteredOn(column -> column.label().ja().equals("生年月日"))
                .singleElement()
                .extracting(Comparison.Column::differs)
                .isEqualTo(true);
    }

    @Test
    void aBirthDateTellsPersonsOfOneNameApart() {
        var family = "長尾景虎" + (char) ('一' + Math.abs(TestRecords.plate().hashCode() % 20_000));
        var until = LocalDate.of(2099, 1, 1);
        var _ = records.wanted(TestForce.HACHI, suspect(family + " 太郎", "1988-04-12"), until);
        var _ = records.wanted(TestForce.HIRO, suspect(family + " 太郎", "1991-04-13"), until);

        var answer =
                ask(officer(), "kind", "person", "name", family + "太郎", "birth", "昭和63年4月12日", "operation", "wanted");

        assertThat(answer.findings())
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.Found.class,
                        found -> assertThat(found.hits())
                                .singleElement()
                                .satisfies(hit ->
                                        assertThat(hit.text("birth", "en")).isEqualTo("1988-04-12")));
    }

    @Test
    void aLapsedWarrantIsShownAsUnconfirmed() {
        var family = "期限切" + (char) ('一' + Math.abs(TestRecords.plate().hashCode() % 20_000));
        var yesterday = LocalDate.ofInstant(clock.instant(), akashi.calendar.JapaneseDates.ZONE)
                .minusDays(1);
        var _ = records.wanted(TestForce.HACHI, suspect(family + " 一郎", "1970-01-01"), yesterday);

        var answer =
                ask(officer(), "kind", "person", "name", family + " 一郎", "birth", "1970-01-01", "operation", "wanted");

        assertThat(answer.hits()).singleElement().satisfies(hit -> {
            assertThat(hit.unconfirmed()).isTrue();
            assertThat(hit.lapse()).isPresent();
            assertThat(hit.confirmationNeeded()).isTrue();
        });
    }

    @Test
    void aForeignNameGivenOrallyForcesTheWideSearch() {
        var asker = officer();

        var wide = ask(asker, "kind", "person", "name", "キム ミンス", "foreign", "true");
        var close = ask(asker, "kind", "person", "name", "キム ミンス");

        assertThat(wide.searched().wide()).isTrue();
        assertThat(wide.searched().keys().size())
                .isGreaterThan(close.searched().keys().size());
        assertThat(inquiries.widen(asker, close.number()))
                .hasValueSatisfying(again -> assertThat(again.searched().wide()).isTrue());
    }

    @Test
    void askingForAnotherNamesTheRequester() {
        var requester = force.officer(TestForce.HIRO, PostClass.OFFICER);
        var asker = askers.of(force.officer(TestForce.CRIME, PostClass.INQUIRY_CENTRE));

        var _ = ask(
                asker,
                "plate",
                TestRecords.plate(),
                "requesterStaffNumber",
                requester.staffNumber(),
                "requesterCallSign",
                "弘前32",
                "requesterChannel",
                "RADIO");

        assertThat(latest(asker))
                .first()
                .satisfies(use -> assertThat(use.grounds().requester())
                        .isNotNull()
                        .satisfies(actor -> {
                            assertThat(actor.staffNumber()).isEqualTo(requester.staffNumber());
                            assertThat(actor.unit()).isEqualTo(TestForce.HIRO);
                            assertThat(actor.channel()).isEqualTo("radio");
                        }));
    }

    private Asker officer() {
        return askers.of(force.officer(TestForce.HACHI, PostClass.OFFICER));
    }

    private Answer underCase(Asker asker, String number) {
        return ask(
                asker,
                "plate",
                TestRecords.plate(),
                "purpose",
                "notice-confirmation",
                "caseReference",
                number,
                "operation",
                "stolen-vehicle");
    }

    private Answer ask(Asker asker, String... fields) {
        return answer(asker, form(fields));
    }

    private Answer answer(Asker asker, InquiryForm form) {
        var reading = inquiries.read(form);
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return inquiries.ask(asker, ((Reading.Understood) reading).inquiry());
    }

    private static InquiryForm form(String... fields) {
        var all = new TreeMap<String, List<String>>();
        all.put("kind", List.of("vehicle"));
        all.put("purpose", List.of("stop-and-question"));
        all.put("caseReference", List.of("110-1122-0345"));
        for (int i = 0; i < fields.length; i += 2) {
            all.put(
                    fields[i],
                    fields[i].equals("operation") ? List.of(fields[i + 1].split(",")) : List.of(fields[i + 1]));
        }
        return new InquiryForm(all);
    }

    private static Map<String, String> suspect(String written, String birth) {
        return Map.of("suspect.written", written, "birth", birth);
    }

    private List<PastUse> latest(Asker asker) {
        return uses(asker, Inquiries.EXISTENCE, Inquiries.CONTENT);
    }

    private List<PastUse> uses(Asker asker, String... acts) {
        return log.release(Use.of("MY_USES", asker.actor()), uses.latestOf(asker.staffNumber(), List.of(acts), 50))
                .value();
    }
}
