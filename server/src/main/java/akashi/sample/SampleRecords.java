package akashi.sample;

import akashi.calendar.JapaneseDates;
import akashi.identity.KeyKind;
import akashi.identity.Parsed;
import akashi.identity.PartialDate;
import akashi.identity.PersonName;
import akashi.identity.SearchKey;
import akashi.operation.DocumentType;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.organization.Appointment;
import akashi.organization.Organization;
import akashi.organization.Person;
import akashi.organization.PersonId;
import akashi.organization.Post;
import akashi.organization.PostClass;
import akashi.organization.Roster;
import akashi.organization.Unit;
import akashi.organization.UnitKind;
import akashi.record.OwnAccess;
import akashi.record.RecordLoader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** Loads the sample documents into a demonstration. */
@Service
public class SampleRecords {
    private static final String JOB = "sample";
    private static final LocalDate OWN_BIRTH = LocalDate.of(1988, 5, 5);

    /** Its key is what tells that the samples are there already. */
    private static final SearchKey FIRST = new SearchKey(KeyKind.PLATE, "青森330さ1234", List.of());

    private final RecordLoader loader;
    private final OwnAccess own;
    private final Operations operations;
    private final Organization organization;
    private final Clock clock;

    SampleRecords(RecordLoader loader, OwnAccess own, Operations operations, Organization organization, Clock clock) {
        this.loader = loader;
        this.own = own;
        this.operations = operations;
        this.organization = organization;
        this.clock = clock;
    }

    /**
     * Loads a few thousand documents, once: a repeated call only tells the golden ones. Needs the operations in force
     * and a station. A person named here is the subject of a driver licence of their own, closed to them without a
     * second person.
     */
    public List<Golden> load(List<PersonId> subjects) {
        LocalDate today = JapaneseDates.dateOf(clock.instant());
        GoldenRecords golden = new GoldenRecords(today);
        if (!loader.answers(FIRST)) {
            List<Draft> drafts = new ArrayList<>(golden.drafts());
            drafts.addAll(ownLicences(subjects, today));
            drafts.addAll(new GeneratedRecords(today).all());
            write(drafts);
        }
        return golden.goldens();
    }

    private void write(List<Draft> drafts) {
        Roster roster = organization.roster();
        List<Unit> stations = stations(roster);
        if (stations.isEmpty()) {
            throw new IllegalStateException("Sample documents need a station");
        }
        Map<Integer, RecordLoader.Author> detectives = new TreeMap<>();
        List<RecordLoader.Taken> taken = new ArrayList<>(drafts.size());
        for (int n = 0; n < drafts.size(); n++) {
            Draft draft = drafts.get(n);
            int place = draft.station() % stations.size();
            Unit station = stations.get(place);
            RecordLoader.Author author = draft.waits()
                    ? detectives.computeIfAbsent(place, _ -> detective(roster, station))
                    : new RecordLoader.Author(null, JOB, "system");
            taken.add(taken(draft, n, station, author));
        }
        List<RecordLoader.Loaded> loaded = loader.load(taken, RecordLoader.byJob(JOB));
        if (loaded.size() != drafts.size()) {
            throw new IllegalStateException("Of " + drafts.size() + " samples " + loaded.size() + " were loaded");
        }
    }

    private RecordLoader.Taken taken(Draft draft, int n, Unit station, RecordLoader.Author author) {
        OperationVersion version = operations
                .byCode(draft.operation())
                .orElseThrow(() -> new IllegalStateException(draft.operation() + " must be in force"));
        DocumentType type = version.definition()
                .document(draft.type())
                .orElseThrow(() -> new IllegalStateException(draft.operation() + " must have " + draft.type()));
        Instant at = JapaneseDates.startOf(draft.registered()).plusSeconds(9 * 3600L + n % 3600);
        Instant now = clock.instant();
        return switch (loader.read(type, draft.entered(type))) {
            case RecordLoader.Read.Faulty(var faults) ->
                throw new IllegalStateException(
                        "Sample " + n + " of " + draft.operation() + "/" + draft.type() + " does not fit: " + faults);
            case RecordLoader.Read.Fit(var values) ->
                new RecordLoader.Taken(
                        version,
                        type,
                        values,
                        draft.cautions(),
                        station,
                        author,
                        at.isAfter(now) ? now : at,
                        "見本-%05d".formatted(n + 1),
                        draft.ending(),
                        draft.waits());
        };
    }

    /** The tour's stations first: Aomori, Hirosaki, Hachinohe; then all others by code. */
    private static List<Unit> stations(Roster roster) {
        return roster.units().stream()
                .filter(unit -> unit.kind() == UnitKind.STATION)
                .sorted(Comparator.comparingInt((Unit unit) -> rank(unit.name()))
                        .thenComparing(Unit::code))
                .toList();
    }

    private static int rank(String name) {
        return name.startsWith("青森警") ? 0 : name.startsWith("弘前") ? 1 : name.startsWith("八戸") ? 2 : 3;
    }

    /** Somebody of that station whose entries its supervisors may confirm. */
    private static RecordLoader.Author detective(Roster roster, Unit station) {
        for (Person person : roster.people()) {
            Optional<Appointment> held = roster.principalOf(person.id());
            Optional<Post> post = held.flatMap(appointment -> roster.post(appointment.post()));
            boolean fits =
                    post.filter(p -> p.postClass() == PostClass.DETECTIVE).isPresent()
                            && roster.within(held.orElseThrow().unit(), station.id());
            if (fits) {
                return new RecordLoader.Author(
                        person.id(), person.staffNumber(), post.orElseThrow().code());
            }
        }
        return new RecordLoader.Author(null, JOB, "system");
    }

    private List<Draft> ownLicences(List<PersonId> subjects, LocalDate today) {
        Roster roster = organization.roster();
        List<Draft> drafts = new ArrayList<>();
        int n = 0;
        for (PersonId subject : subjects) {
            Person person = roster.person(subject)
                    .orElseThrow(() -> new IllegalStateException("A subject of a sample must be on the roster"));
            if (PersonName.parse(person.name(), person.kana(), person.romaji())
                    instanceof Parsed.Good<PersonName>(PersonName name)) {
                own.state(subject, person.staffNumber(), name, PartialDate.of(OWN_BIRTH));
                LocalDate issued = today.minusDays(300);
                drafts.add(new Draft("driver-licence", "licence", 0, issued)
                        .person("holder", person.name(), person.kana(), person.romaji())
                        .set("birth", OWN_BIRTH)
                        .set("sex", "unknown")
                        .place("address", "八戸市", "見本町7丁目")
                        .set("number", SampleNames.licence(900_000 + ++n))
                        .set("kinds", "ordinary")
                        .set("firstGranted", issued.minusYears(10))
                        .set("issuedOn", issued)
                        .set("expires", issued.plusYears(5))
                        .set("standing", "valid"));
            }
        }
        return drafts;
    }
}
