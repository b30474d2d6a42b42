package akashi.record;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.ModuleTest;
import akashi.MovableClock;
import akashi.TestForce;
import akashi.access.Asker;
import akashi.account.TestDevices;
import akashi.operation.OperationCode;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

@ModuleTest
@Import({MovableClock.Setup.class, TestDevices.class})
class RecordChangesTest {
    private final RecordChanges changes;
    private final RecordSql sql;
    private final AttachmentSql files;
    private final MovableClock clock;
    private final People people;

    RecordChangesTest(
            RecordChanges changes, RecordSql sql, AttachmentSql files, Organization organization, MovableClock clock) {
        this.changes = changes;
        this.sql = sql;
        this.files = files;
        this.clock = clock;
        this.people = new People(organization, clock);
    }

    @Test
    void whatOnePersonEntersWaitsForAnother() {
        ChangeOutcome.Done done = registered(people.detective());

        assertThat(done.standing()).isEqualTo(Standing.WAITING);
        assertThat(done.number()).startsWith("盗車-AT-HACHI-");
        assertThat(head(done).countedVersion()).isNull();
    }

    @Test
    void theAuthorCanNeverConfirm() {
        Asker author = people.supervisor();
        ChangeOutcome.Done done = registered(author);

        assertThat(changes.make(confirm(done), author))
                .isEqualTo(new ChangeOutcome.NotPossible("record.not-possible.own-entry"));
        assertThat(head(done).standing()).isEqualTo(Standing.WAITING);
    }

    @Test
    void anAuthorOfAnUnconfirmedVersionCannotConfirmItAfterSomebodyCorrectedIt() {
        Asker author = people.supervisor();
        ChangeOutcome.Done done = registered(author);
        ChangeOutcome.Done corrected = done(changes.make(correct(done, Sheets.plate()), people.supervisor()));

        assertThat(changes.make(confirm(corrected), author)).isInstanceOf(ChangeOutcome.NotPossible.class);
    }

    @Test
    void confirmedByAnotherItCounts() {
        ChangeOutcome.Done done = registered(people.detective());
        ChangeOutcome.Done confirmed = done(changes.make(confirm(done), people.supervisor()));

        assertThat(confirmed.standing()).isEqualTo(Standing.COUNTED);
        assertThat(head(done).state()).isEqualTo("listed");
        assertThat(head(done).countedVersion()).isEqualTo(2);
    }

    @Test
    void sentBackItReturnsToItsAuthorWithTheReason() {
        Asker author = people.detective();
        ChangeOutcome.Done done = registered(author);
        ChangeOutcome.Done back = done(changes.make(
                new Change.SendBack(UUID.randomUUID(), done.record(), 1, "車台番号が原票と違います"), people.supervisor()));
        ChangeOutcome.Done again = done(changes.make(correct(back, Sheets.plate()), author));

        assertThat(back.standing()).isEqualTo(Standing.RETURNED);
        assertThat(sql.step(done.record(), 2)).get().extracting(Step::reason).isEqualTo("車台番号が原票と違います");
        assertThat(again.standing()).isEqualTo(Standing.WAITING);
    }

    @Test
    void sendingBackNeedsAReason() {
        ChangeOutcome.Done done = registered(people.detective());

        assertThat(changes.make(new Change.SendBack(UUID.randomUUID(), done.record(), 1, " "), people.supervisor()))
                .isInstanceOf(ChangeOutcome.Faulty.class);
    }

    @Test
    void nothingWaitsWhereItWasConfirmedAlready() {
        ChangeOutcome.Done counted = counted();

        assertThat(changes.make(confirm(counted), people.supervisor()))
                .isEqualTo(new ChangeOutcome.NotPossible("record.not-possible.nothing-waits"));
    }

    @Test
    void aDoubleSubmitHasOneEffectAndOneAnswer() {
        Asker author = people.detective();
        Change.Register form = Sheets.register(Sheets.VEHICLE, "notice", Sheets.vehicle(Sheets.plate()));

        ChangeOutcome first = changes.make(form, author);
        ChangeOutcome second = changes.make(form, author);

        assertThat(second).isEqualTo(first);
        assertThat(next(author)).isEqualTo(sequence(done(first)) + 1);
    }

    @Test
    void aDoubleSubmitAtTheSameMomentHasOneEffect() throws Exception {
        Asker author = people.detective();
        Change.Register form = Sheets.register(Sheets.VEHICLE, "notice", Sheets.vehicle(Sheets.plate()));

        List<ChangeOutcome> outcomes = together(6, () -> changes.make(form, author));

        assertThat(outcomes).allMatch(outcomes.getFirst()::equals).allMatch(ChangeOutcome.Done.class::isInstance);
    }

    @Test
    void aRepeatedConfirmationGetsTheFirstOnesAnswer() {
        ChangeOutcome.Done done = registered(people.detective());
        Asker second = people.supervisor();
        Change.Confirm form = confirm(done);

        assertThat(changes.make(form, second)).isEqualTo(changes.make(form, second));
    }

    @Test
    void twoPeopleCorrectingTheSameDocumentMeet() {
        ChangeOutcome.Done counted = counted();
        Change one = correct(counted, Sheets.plate());
        Change other = correct(counted, Sheets.plate());

        assertThat(changes.make(one, people.detective())).isInstanceOf(ChangeOutcome.Done.class);
        assertThat(changes.make(other, people.supervisor()))
                .isEqualTo(new ChangeOutcome.Stale(counted.number(), counted.version() + 1));
    }

    @Test
    void ofManyCorrectionsAtTheSameMomentOneIsMade() throws Exception {
        ChangeOutcome.Done counted = counted();
        List<Asker> askers = List.of(people.detective(), people.supervisor(), people.head());

        List<ChangeOutcome> outcomes = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ChangeOutcome>> running = askers.stream()
                    .map(asker -> pool.submit(() -> changes.make(correct(counted, Sheets.plate()), asker)))
                    .toList();
            for (Future<ChangeOutcome> future : running) {
                outcomes.add(future.get());
            }
        }

        assertThat(outcomes).filteredOn(ChangeOutcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(ChangeOutcome.Stale.class::isInstance).hasSize(2);
    }

    @Test
    void numbersHaveNoGapsHoweverManyAreTakenAtOnce() throws Exception {
        Asker author = people.at(TestForce.HIRO, PostClass.DETECTIVE);
        int before = next(author);

        List<ChangeOutcome> outcomes = together(
                20,
                () -> changes.make(Sheets.register(Sheets.VEHICLE, "notice", Sheets.vehicle(Sheets.plate())), author));
        ChangeOutcome faulty = changes.make(Sheets.register(Sheets.VEHICLE, "notice", Map.of()), author);

        assertThat(faulty).isInstanceOf(ChangeOutcome.Faulty.class);
        assertThat(outcomes.stream().map(o -> sequence(done(o))).sorted().toList())
                .containsExactlyElementsOf(java.util.stream.IntStream.rangeClosed(before + 1, before + 20)
                        .boxed()
                        .toList());
        assertThat(next(author)).isEqualTo(before + 21);
    }

    @Test
    void everyFaultIsSaidAtOnce() {
        Map<String, List<String>> inputs = Sheets.vehicle("青森 330 12-34");
        Sheets.put(inputs, "stolenFrom", "令和7年2月30日");
        Sheets.put(inputs, "make", "no-such-make");
        Sheets.put(inputs, "modelYear", "二〇一九");
        inputs.remove("keeper.written");
        inputs.remove("keeper.kana");
        Sheets.put(inputs, "nonsense", "x");

        ChangeOutcome outcome = changes.make(
                new Change.Register(
                        UUID.randomUUID(),
                        Sheets.VEHICLE,
                        "notice",
                        new Change.Entry(
                                inputs,
                                List.of(new CautionNote("no-such", "", java.time.LocalDate.MAX)),
                                List.of(),
                                "")),
                people.detective());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ChangeOutcome.Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .extracting(Fault::input)
                                .contains(
                                        "plate",
                                        "stolenFrom",
                                        "make",
                                        "modelYear",
                                        "keeper.written",
                                        "",
                                        "sourceForm",
                                        "caution.no-such"));
    }

    @Test
    void aNameOfSixtyFiveThousandCharactersIsRefusedWithASentence() {
        Map<String, List<String>> inputs = Sheets.vehicle(Sheets.plate());
        Sheets.put(inputs, "keeper.written", "長".repeat(65_536));
        Sheets.put(inputs, "features", "x".repeat(65_536));

        ChangeOutcome outcome = changes.make(Sheets.register(Sheets.VEHICLE, "notice", inputs), people.detective());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ChangeOutcome.Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .extracting(Fault::input)
                                .containsExactlyInAnyOrder("keeper.written", "features"));
    }

    @Test
    void marksThatTurnDirectionAndUnassignedCharactersAreRefusedAndEmojiKept() {
        for (String bad : List.of("a\u202Eb", "a\u0000b", "a\u200Fb", "a" + Character.toString(0x0378), "\uD800")) {
            Map<String, List<String>> inputs = Sheets.vehicle(Sheets.plate());
            Sheets.put(inputs, "features", bad);
            assertThat(changes.make(Sheets.register(Sheets.VEHICLE, "notice", inputs), people.detective()))
                    .as(bad)
                    .isInstanceOf(ChangeOutcome.Faulty.class);
        }
        Map<String, List<String>> inputs = Sheets.vehicle(Sheets.plate());
        Sheets.put(inputs, "features", "屋根に🚗のステッカー\r\n右後部に傷");

        ChangeOutcome.Done done =
                done(changes.make(Sheets.register(Sheets.VEHICLE, "notice", inputs), people.detective()));
        assertThat(sql.step(done.record(), 1).orElseThrow().body().values().first("features"))
                .isEqualTo("屋根に🚗のステッカー\n右後部に傷");
    }

    @Test
    void anOfficerCannotCorrectAndNobodyOfAnotherUnitCan() {
        ChangeOutcome.Done counted = counted();

        assertThat(changes.make(correct(counted, Sheets.plate()), people.at(TestForce.HACHI, PostClass.OFFICER)))
                .isInstanceOf(ChangeOutcome.Refused.class);
        assertThat(changes.make(correct(counted, Sheets.plate()), people.at(TestForce.HIRO, PostClass.DETECTIVE)))
                .isInstanceOf(ChangeOutcome.Refused.class);
    }

    @Test
    void aCorrectionOfWhatCountsNeedsAReasonAndLeavesWhatCountsUntilConfirmed() {
        ChangeOutcome.Done counted = counted();
        Change.Correct silent = new Change.Correct(
                UUID.randomUUID(),
                counted.record(),
                counted.version(),
                Sheets.entry(Sheets.vehicle(Sheets.plate())),
                "");

        assertThat(changes.make(silent, people.detective())).isInstanceOf(ChangeOutcome.Faulty.class);
        ChangeOutcome.Done waiting = done(changes.make(correct(counted, Sheets.plate()), people.detective()));
        assertThat(head(waiting).countedVersion()).isEqualTo(2);
    }

    @Test
    void anEndIsAReasonCodeWithWhatItNeedsAndNothingIsDeleted() {
        ChangeOutcome.Done counted = counted();

        assertThat(changes.make(end(counted, "found", Map.of()), people.detective()))
                .isInstanceOfSatisfying(
                        ChangeOutcome.Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .extracting(Fault::input)
                                .contains("foundOn"));
        ChangeOutcome.Done ended = done(changes.make(
                end(
                        counted,
                        "found",
                        Map.of("foundOn", List.of("2026-11-20"), "foundPlace.municipality", List.of("三沢市"))),
                people.detective()));

        assertThat(ended.standing()).isEqualTo(Standing.ENDED);
        assertThat(sql.steps(counted.record())).hasSize(3).last().satisfies(step -> {
            assertThat(step.ending()).isEqualTo("found");
            assertThat(step.body().values().first("plate")).isNotEmpty();
        });
        assertThat(changes.make(correct(ended, Sheets.plate()), people.detective()))
                .isEqualTo(new ChangeOutcome.NotPossible("record.not-possible.ended"));
        assertThat(changes.make(end(ended, "found", Map.of()), people.detective()))
                .isEqualTo(new ChangeOutcome.NotPossible("record.not-possible.state"));
    }

    @Test
    void anEndingWithANarrowerRightNeedsThatPost() {
        ChangeOutcome.Done counted = counted();
        Map<String, List<String>> note = Map.of("foundNote", List.of("届出の取下げ"));

        assertThat(changes.make(end(counted, "withdrawn", note), people.detective()))
                .isInstanceOf(ChangeOutcome.Refused.class);
        assertThat(changes.make(end(counted, "withdrawn", note), people.supervisor()))
                .isInstanceOf(ChangeOutcome.Done.class);
    }

    @Test
    void aStepBetweenStatesNeedsItsStateAndIsKept() {
        ChangeOutcome.Done counted = counted();
        Change locate = new Change.Move(UUID.randomUUID(), counted.record(), counted.version(), "locate", "駐車場で発見");
        ChangeOutcome.Done located = done(changes.make(locate, people.detective()));

        assertThat(head(located).state()).isEqualTo("located");
        assertThat(changes.make(
                        new Change.Move(UUID.randomUUID(), located.record(), located.version(), "locate", ""),
                        people.detective()))
                .isEqualTo(new ChangeOutcome.NotPossible("record.not-possible.state"));
        assertThat(changes.make(
                        new Change.Move(UUID.randomUUID(), located.record(), located.version(), "no-such", ""),
                        people.detective()))
                .isInstanceOf(ChangeOutcome.NotThere.class);
    }

    @Test
    void theAuthorTakesBackWhatNeverCounted() {
        Asker author = people.detective();
        ChangeOutcome.Done done = registered(author);
        Change.Withdraw withdraw = new Change.Withdraw(UUID.randomUUID(), done.record(), 1, "二重に入力した");

        assertThat(changes.make(withdraw, people.supervisor()))
                .isEqualTo(new ChangeOutcome.NotPossible("record.not-possible.not-own-entry"));
        assertThat(done(changes.make(withdraw, author)).standing()).isEqualTo(Standing.WITHDRAWN);
    }

    @Test
    void aCorrectionTakenBackLeavesWhatCounts() {
        ChangeOutcome.Done counted = counted();
        Asker author = people.detective();
        ChangeOutcome.Done waiting = done(changes.make(correct(counted, Sheets.plate()), author));
        ChangeOutcome.Done back = done(changes.make(
                new Change.Withdraw(UUID.randomUUID(), waiting.record(), waiting.version(), "原票を取り違えた"), author));

        assertThat(back.standing()).isEqualTo(Standing.COUNTED);
        assertThat(head(back).countedVersion()).isEqualTo(2);
    }

    @Test
    void filesAreJudgedByTheirContent() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3};
        byte[] page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        byte[] pdf = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);

        assertThat(with(new Upload("photo", "車.png", png))).isInstanceOf(ChangeOutcome.Done.class);
        faults(with(new Upload("photo", "車.png", page)), "record.fault.file-type");
        faults(with(new Upload("photo", "車.pdf", pdf)), "record.fault.file-type");
        faults(with(new Upload("photo", "車.jpg", png)), "record.fault.file-name");
        faults(with(new Upload("photo", "車.png", Arrays.copyOf(png, 6_000_000))), "record.fault.file-too-large");
        faults(with(new Upload("photo", "x".repeat(200) + ".png", png)), "record.fault.file-name-long");
        faults(with(new Upload("nowhere", "車.png", png)), "record.fault.no-such-field");
    }

    @Test
    void aFileIsKeptThroughACorrectionAndNobodyCanNameAnotherDocumentsFile() {
        byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1};
        Map<String, List<String>> inputs = Sheets.vehicle(Sheets.plate());
        ChangeOutcome.Done done = done(changes.make(
                new Change.Register(
                        UUID.randomUUID(),
                        Sheets.VEHICLE,
                        "notice",
                        new Change.Entry(inputs, List.of(), List.of(new Upload("photo", "a.jpg", jpeg)), "原票1号")),
                people.detective()));
        AttachmentSql.Named file = files.of(done.record()).getFirst();
        Sheets.put(inputs, "photo", file.id().toString());

        ChangeOutcome.Done kept = done(changes.make(
                new Change.Correct(UUID.randomUUID(), done.record(), 1, Sheets.entry(inputs), "特徴を直す"),
                people.supervisor()));
        assertThat(sql.step(kept.record(), 2).orElseThrow().body().values().first("photo"))
                .isEqualTo(file.id().toString());
        assertThat(files.content(done.record(), file.id()))
                .get()
                .extracting(AttachmentSql.Stored::type)
                .isEqualTo("image/jpeg");
        faults(
                changes.make(Sheets.register(Sheets.VEHICLE, "notice", inputs), people.detective()),
                "record.fault.file-again");
    }

    @Test
    void unknownOperationsAndDocumentsAreNotThere() {
        assertThat(changes.make(Sheets.register(new OperationCode("no-such"), "notice", Map.of()), people.detective()))
                .isInstanceOf(ChangeOutcome.NotThere.class);
        assertThat(changes.make(
                        confirm(new ChangeOutcome.Done(
                                new RecordId(UUID.randomUUID()), Sheets.VEHICLE, "x", 1, Standing.WAITING)),
                        people.supervisor()))
                .isInstanceOf(ChangeOutcome.NotThere.class);
    }

    @Test
    void withoutASecondPersonAnEntryCountsAtOnce() {
        clock.move(Duration.ofSeconds(1));
        ChangeOutcome.Done done =
                done(changes.make(Sheets.register(Sheets.CRIME, "report", Sheets.crime()), people.detective()));

        assertThat(done.standing()).isEqualTo(Standing.COUNTED);
        assertThat(done.number()).startsWith("認知-AT-HACHI-");
    }

    private ChangeOutcome with(Upload upload) {
        return changes.make(
                new Change.Register(
                        UUID.randomUUID(),
                        Sheets.VEHICLE,
                        "notice",
                        new Change.Entry(Sheets.vehicle(Sheets.plate()), List.of(), List.of(upload), "原票1号")),
                people.detective());
    }

    private static void faults(ChangeOutcome outcome, String messageKey) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ChangeOutcome.Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .extracting(Fault::messageKey)
                                .contains(messageKey));
    }

    private ChangeOutcome.Done registered(Asker author) {
        return done(changes.make(Sheets.register(Sheets.VEHICLE, "notice", Sheets.vehicle(Sheets.plate())), author));
    }

    private ChangeOutcome.Done counted() {
        return done(changes.make(confirm(registered(people.detective())), people.supervisor()));
    }

    private static Change.Confirm confirm(ChangeOutcome.Done done) {
        return new Change.Confirm(UUID.randomUUID(), done.record(), done.version());
    }

    private static Change.Correct correct(ChangeOutcome.Done done, String plate) {
        return new Change.Correct(
                UUID.randomUUID(), done.record(), done.version(), Sheets.entry(Sheets.vehicle(plate)), "番号の誤り");
    }

    private static Change.End end(ChangeOutcome.Done done, String ending, Map<String, List<String>> inputs) {
        return new Change.End(UUID.randomUUID(), done.record(), done.version(), ending, inputs, "");
    }

    private Head head(ChangeOutcome.Done done) {
        return sql.head(done.record()).orElseThrow();
    }

    /** The sequence of one more document registered by this person. */
    private int next(Asker author) {
        return sequence(registered(author));
    }

    private static int sequence(ChangeOutcome.Done done) {
        return Integer.parseInt(done.number().substring(done.number().lastIndexOf('-') + 1));
    }

    private static <T> List<T> together(int times, Callable<T> work) throws Exception {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                running.add(pool.submit(work));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : running) {
                results.add(future.get());
            }
            return results;
        }
    }

    private static ChangeOutcome.Done done(ChangeOutcome outcome) {
        assertThat(outcome).isInstanceOf(ChangeOutcome.Done.class);
        return (ChangeOutcome.Done) outcome;
    }
}
