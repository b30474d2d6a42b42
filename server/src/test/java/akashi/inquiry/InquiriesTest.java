package akashi.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.MovableClock;
import akashi.TestForce;
import akashi.TestRecords;
import akashi.document.CautionNote;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.question.Inquiry;
import akashi.record.RecordLoader;
import akashi.usage.UsageLog;
import akashi.usage.Uses;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A question, decided for each operation, answered, and on the ledger whatever came of it. */
class InquiriesTest extends Asking {
    InquiriesTest(
            Inquiries inquiries,
            Uses uses,
            UsageLog log,
            MovableClock clock,
            Organization organization,
            RecordLoader loader,
            Operations operations) {
        super(inquiries, uses, log, clock, organization, loader, operations);
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
        assertThat(use.act()).isEqualTo(Inquiry.EXISTENCE);
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
    void aPartOfAPlateGivesAListToWhoeverHasTheRight() {
        var plate = TestRecords.plate();
        var number = records.stolenVehicle(TestForce.HIRO, plate);
        var digits = plate.substring(plate.length() - 5);
        var detective = askers.of(force.officer(TestForce.HACHI, PostClass.DETECTIVE));

        var answer = ask(detective, "plateNumber", digits, "colour", "white");
        var other = ask(detective, "plateNumber", digits, "colour", "red");

        assertThat(answer.findings())
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.NeedsChoice.class,
                        choice -> assertThat(choice.hits())
                                .extracting(hit -> hit.summary().number())
                                .contains(number));
        assertThat(other.hits()).extracting(hit -> hit.summary().number()).doesNotContain(number);
        assertThat(latest(detective))
                .first()
                .satisfies(use -> assertThat(use.particulars())
                        .isNotNull()
                        .satisfies(particulars -> assertThat(particulars.keys())
                                .first()
                                .satisfies(key -> assertThat(key.kind()).isEqualTo("PLATE_NUMBER"))));
    }

    @Test
    void aPartOfAPlateIsRefusedWithoutTheRight() {
        var plate = TestRecords.plate();
        var _ = records.stolenVehicle(TestForce.HIRO, plate);

        var answer = ask(officer(), "plateNumber", plate.substring(plate.length() - 5));

        assertThat(answer.refused()).isTrue();
        assertThat(answer.findings()).isNotEmpty();
        assertThat(answer.hits()).isEmpty();
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
}
