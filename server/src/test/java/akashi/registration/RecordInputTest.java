package akashi.registration;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.MovableClock;
import akashi.document.Attachment;
import akashi.document.CautionNote;
import akashi.document.Fault;
import akashi.document.RecordId;
import akashi.document.Standing;
import akashi.document.Upload;
import akashi.operation.OperationCode;
import akashi.organization.Organization;
import akashi.record.Held;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is entered wrongly is refused with a sentence for each fault; files are judged by their content. */
class RecordInputTest extends Changing {
    RecordInputTest(RecordChanges changes, Held held, Organization organization, MovableClock clock) {
        super(changes, held, organization, clock);
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
    void whatIsNotKnownMayBeWrittenInEitherLanguage() {
        for (String typed : List.of("不明", "Unknown")) {
            Map<String, List<String>> inputs = Sheets.crime();
            Sheets.put(inputs, "occurredHour", typed);

            ChangeOutcome.Done done =
                    done(changes.make(Sheets.register(Sheets.CRIME, "report", inputs), people.detective()));

            assertThat(held.step(done.record(), 1).orElseThrow().body().values().first("occurredHour"))
                    .as(typed)
                    .isEqualTo("不明");
        }
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
        assertThat(held.step(done.record(), 1).orElseThrow().body().values().first("features"))
                .isEqualTo("屋根に🚗のステッカー\n右後部に傷");
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
        Attachment file = held.files(done.record()).getFirst();
        Sheets.put(inputs, "photo", file.id().toString());

        ChangeOutcome.Done kept = done(changes.make(
                new Change.Correct(UUID.randomUUID(), done.record(), 1, Sheets.entry(inputs), "特徴を直す"),
                people.supervisor()));
        assertThat(held.step(kept.record(), 2).orElseThrow().body().values().first("photo"))
                .isEqualTo(file.id().toString());
        assertThat(held.file(done.record(), file.id()))
                .get()
                .extracting(Attachment.Stored::type)
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
}
