package akashi.record;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.MovableClock;
import akashi.TestForce;
import akashi.access.Asker;
import akashi.identity.Normaliser;
import akashi.identity.PartialDate;
import akashi.identity.PersonName;
import akashi.identity.SearchKey;
import akashi.organization.Organization;
import akashi.organization.PersonId;
import akashi.organization.PostClass;
import akashi.registration.Change;
import akashi.registration.ChangeOutcome;
import akashi.registration.RecordChanges;
import akashi.registration.Sheets;
import akashi.usage.UsageLog;
import akashi.usage.Uses;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is sealed, or about the person who asks, is there for those admitted only. */
class RecordsHiddenTest extends Finding {
    RecordsHiddenTest(
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
                .isEqualTo(new ChangeOutcome.NotPossible("registration.not-possible.seal"));
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
}
