package akashi.registration;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.MovableClock;
import akashi.TestForce;
import akashi.access.Asker;
import akashi.document.Fault;
import akashi.document.Standing;
import akashi.document.Step;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.record.Held;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How a document is registered, confirmed by another, corrected, moved on, ended and taken back. */
class RecordChangesTest extends Changing {
    RecordChangesTest(RecordChanges changes, Held held, Organization organization, MovableClock clock) {
        super(changes, held, organization, clock);
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
                .isEqualTo(new ChangeOutcome.NotPossible("registration.not-possible.own-entry"));
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
        assertThat(held.step(done.record(), 2)).get().extracting(Step::reason).isEqualTo("車台番号が原票と違います");
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
                .isEqualTo(new ChangeOutcome.NotPossible("registration.not-possible.nothing-waits"));
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
        assertThat(held.steps(counted.record())).hasSize(3).last().satisfies(step -> {
            assertThat(step.ending()).isEqualTo("found");
            assertThat(step.body().values().first("plate")).isNotEmpty();
        });
        assertThat(changes.make(correct(ended, Sheets.plate()), people.detective()))
                .isEqualTo(new ChangeOutcome.NotPossible("registration.not-possible.ended"));
        assertThat(changes.make(end(ended, "found", Map.of()), people.detective()))
                .isEqualTo(new ChangeOutcome.NotPossible("registration.not-possible.state"));
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
                .isEqualTo(new ChangeOutcome.NotPossible("registration.not-possible.state"));
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
                .isEqualTo(new ChangeOutcome.NotPossible("registration.not-possible.not-own-entry"));
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
    void withoutASecondPersonAnEntryCountsAtOnce() {
        clock.move(Duration.ofSeconds(1));
        ChangeOutcome.Done done =
                done(changes.make(Sheets.register(Sheets.CRIME, "report", Sheets.crime()), people.detective()));

        assertThat(done.standing()).isEqualTo(Standing.COUNTED);
        assertThat(done.number()).startsWith("認知-AT-HACHI-");
    }
}
