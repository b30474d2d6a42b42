package akashi.record;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.ModuleTest;
import akashi.MovableClock;
import akashi.access.Asker;
import akashi.account.TestDevices;
import akashi.document.CautionNote;
import akashi.document.RecordContent;
import akashi.document.RecordId;
import akashi.document.RecordSummary;
import akashi.identity.Normaliser;
import akashi.identity.Parsed;
import akashi.identity.PartialDate;
import akashi.identity.Person;
import akashi.identity.PersonName;
import akashi.identity.Plate;
import akashi.identity.SearchKey;
import akashi.operation.OperationCode;
import akashi.organization.Organization;
import akashi.registration.Change;
import akashi.registration.ChangeOutcome;
import akashi.registration.RecordChanges;
import akashi.registration.Sheets;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Uses;
import akashi.usage.Withheld;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Import;

/** What tests of searches share: what is on record, who looks for it, and the ledger that lets them see. */
@ModuleTest(with = {"web", "account", "access", "reading", "registration"})
@Import({MovableClock.Setup.class, TestDevices.class})
abstract class Finding {
    final Records records;
    final RecordChanges changes;
    final OwnAccess own;
    final UsageLog usage;
    final Uses uses;
    final MovableClock clock;
    final People people;

    Finding(
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

    final Change.Register vehicle(String plate) {
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

    static Change.Register wanted(String written, String kana, String birth) {
        return Sheets.register(Sheets.WANTED, "notice", Sheets.wanted(written, kana, birth));
    }

    final Hits find(String plate, Asker asker) {
        return open(records.find(Lookup.of(keys(plate), Set.of(Sheets.VEHICLE)), asker, (_, _) -> true), asker);
    }

    final List<RecordSummary> person(PersonName name, @Nullable PartialDate birth, @Nullable String sex) {
        Asker asker = people.detective();
        return open(
                        records.find(
                                new Lookup(
                                        Normaliser.keys(name),
                                        Set.of(Sheets.WANTED),
                                        Person.of(name, birth, sex),
                                        null,
                                        null),
                                asker,
                                (_, _) -> true),
                        asker)
                .found();
    }

    final List<RecordSummary> hits(List<SearchKey> keys, Asker asker) {
        return open(
                        records.find(
                                Lookup.of(keys, Set.of(Sheets.WANTED, new OperationCode("missing-person"))),
                                asker,
                                (_, _) -> true),
                        asker)
                .found();
    }

    final Optional<RecordContent> content(RecordId id, AsOf asOf, Asker asker) {
        return open(records.content(id, asOf, asker), asker);
    }

    final <T> T open(Withheld<T> withheld, Asker asker) {
        return usage.release(Use.of("EXISTENCE", asker.actor()), withheld).value();
    }

    static List<SearchKey> keys(String plate) {
        return Normaliser.keys(plate(plate));
    }

    static Plate plate(String text) {
        return good(Plate.parse(text));
    }

    static PersonName name(String written, @Nullable String kana) {
        return good(PersonName.parse(written, kana, null));
    }

    static PartialDate date(String text) {
        return good(PartialDate.parse(text));
    }

    static <T> T good(Parsed<T> parsed) {
        assertThat(parsed).isInstanceOf(Parsed.Good.class);
        return ((Parsed.Good<T>) parsed).value();
    }

    final ChangeOutcome.Done confirm(ChangeOutcome.Done done) {
        return make(new Change.Confirm(UUID.randomUUID(), done.record(), done.version()), people.supervisor());
    }

    final ChangeOutcome.Done make(Change change, Asker asker) {
        ChangeOutcome outcome = changes.make(change, asker);
        assertThat(outcome).isInstanceOf(ChangeOutcome.Done.class);
        return (ChangeOutcome.Done) outcome;
    }
}
