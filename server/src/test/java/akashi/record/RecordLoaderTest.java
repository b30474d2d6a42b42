package akashi.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akashi.ModuleTest;
import akashi.TestDatabase;
import akashi.TestForce;
import akashi.access.Asker;
import akashi.account.TestDevices;
import akashi.document.Body;
import akashi.document.CautionNote;
import akashi.document.Standing;
import akashi.document.Step;
import akashi.document.Values;
import akashi.identity.KeyKind;
import akashi.identity.SearchKey;
import akashi.operation.DocumentType;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.organization.Unit;
import akashi.registration.Sheets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@ModuleTest
@Import(TestDevices.class)
class RecordLoaderTest {
    private final RecordLoader loader;
    private final RecordSql records;
    private final ConfirmationSql queue;
    private final Operations operations;
    private final Organization organization;
    private final Clock clock;
    private final People people;

    RecordLoaderTest(
            RecordLoader loader,
            RecordSql records,
            ConfirmationSql queue,
            Operations operations,
            Organization organization,
            Clock clock) {
        this.loader = loader;
        this.records = records;
        this.queue = queue;
        this.operations = operations;
        this.organization = organization;
        this.clock = clock;
        this.people = new People(organization, clock);
    }

    @Test
    void aBatchIsNumberedInItsOrderWithoutGaps() {
        String job = "job-" + UUID.randomUUID();
        List<RecordLoader.Taken> batch = new ArrayList<>();
        for (int n = 0; n < 2_500; n++) {
            batch.add(taken(Sheets.plate(), job, null, false));
        }

        List<RecordLoader.Loaded> loaded = loader.load(batch, RecordLoader.byJob(job));

        assertThat(loaded).hasSize(2_500);
        int first = sequence(loaded.getFirst());
        for (int n = 0; n < loaded.size(); n++) {
            assertThat(sequence(loaded.get(n))).isEqualTo(first + n);
        }
        assertThat(loader.loadedBy(job)).isEqualTo(2_500);
        assertThat(records.steps(loaded.getLast().id())).singleElement().satisfies(step -> {
            assertThat(step.kind()).isEqualTo(Step.Kind.IMPORT);
            assertThat(step.by().staffNumber()).isEqualTo(job);
            assertThat(step.body().values().first("model")).isEqualTo("プリウス");
        });
    }

    @Test
    void everyTextAndTimeArrivesAsItWas() {
        Instant at = Instant.parse("1999-12-31T23:59:59.999999Z");
        String paper = "原票\\N\t\"{}'\n𠮷野";
        RecordLoader.Taken taken = new RecordLoader.Taken(
                version(),
                type(),
                values(Sheets.plate()),
                List.of(new CautionNote("armed", "被害者\\申告", LocalDate.of(1999, 12, 31))),
                unit(TestForce.HACHI),
                new RecordLoader.Author(null, "test", "system"),
                at,
                paper,
                null,
                false);

        RecordLoader.Loaded loaded =
                loader.load(List.of(taken), RecordLoader.byJob("test")).getFirst();

        assertThat(records.head(loaded.id())).get().satisfies(head -> {
            assertThat(head.number()).isEqualTo(loaded.number());
            assertThat(head.changedAt()).isEqualTo(at);
            assertThat(head.unit()).isEqualTo(taken.unit().id());
        });
        assertThat(records.steps(loaded.id())).singleElement().satisfies(step -> {
            assertThat(step.at()).isEqualTo(at);
            assertThat(step.sourceForm()).isEqualTo(paper);
            assertThat(step.by().person()).isNull();
            assertThat(step.ending()).isNull();
            assertThat(step.body()).isEqualTo(new Body(taken.values(), taken.cautions()));
        });
    }

    @Test
    void whatCountsAnswersAndWhatHasEndedDoesNot() {
        String counted = Sheets.plate();
        String ended = Sheets.plate();

        List<RecordLoader.Loaded> loaded = loader.load(
                List.of(taken(counted, "test", null, false), taken(ended, "test", "self-found", false)),
                RecordLoader.byJob("test"));

        assertThat(loader.answers(key(counted))).isTrue();
        assertThat(loader.answers(key(ended))).isFalse();
        assertThat(records.head(loaded.getLast().id())).get().satisfies(head -> {
            assertThat(head.standing()).isEqualTo(Standing.ENDED);
            assertThat(head.state()).isEqualTo("ended");
        });
    }

    @Test
    void whatWaitsStandsInTheQueue() {
        Asker author = people.at(TestForce.HIRO, PostClass.DETECTIVE);
        RecordLoader.Taken waiting = new RecordLoader.Taken(
                version(),
                type(),
                values(Sheets.plate()),
                List.of(),
                unit(TestForce.HIRO),
                new RecordLoader.Author(
                        author.personId(), author.staffNumber(), author.post().code()),
                clock.instant(),
                "原票1号",
                null,
                true);

        RecordLoader.Loaded loaded =
                loader.load(List.of(waiting), RecordLoader.byJob("test")).getFirst();

        assertThat(queue.waiting(List.of(people.force().unit(TestForce.HIRO).value()), List.of("stolen-vehicle"), 500))
                .anyMatch(entry -> entry.number().equals(loaded.number())
                        && entry.author().equals(author.personId().value()));
        assertThat(RecordLoader.beginsPending(type())).isTrue();
    }

    @Test
    void aBatchThatCannotBeWrittenAsAWholeIsNotWrittenAtAll() {
        String plate = Sheets.plate();
        RecordLoader.Taken good = taken(plate, "test", null, false);
        RecordLoader.Taken bad = taken(Sheets.plate(), "test", "no-such-ending", false);

        assertThatThrownBy(() -> {
                    var _ = loader.load(List.of(good, bad), RecordLoader.byJob("test"));
                })
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(loader.answers(key(plate))).isFalse();
    }

    @Test
    void indexesThatALoadLeftMissingAreBuiltAgain() throws SQLException {
        var owner = new DriverManagerDataSource(TestDatabase.url("akashi_owner"));

        KeyIndexes.drop(owner);
        assertThat(indexes()).isEmpty();
        KeyIndexes.build(owner);
        KeyIndexes.build(owner);

        assertThat(indexes()).contains("record_key_now_ix", "record_key_past_ix", "record_key_record_ix");
    }

    private static List<String> indexes() throws SQLException {
        List<String> names = new ArrayList<>();
        try (var connection = DriverManager.getConnection(TestDatabase.url("akashi_owner"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select indexname from pg_indexes where tablename = 'record_key'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    @Test
    void aLookupReadsTheIndexAlone() throws SQLException {
        String job = "job-" + UUID.randomUUID();
        List<RecordLoader.Taken> batch = new ArrayList<>();
        for (int n = 0; n < 1_000; n++) {
            batch.add(taken(Sheets.plate(), job, null, false));
        }
        assertThat(loader.load(batch, RecordLoader.byJob(job))).hasSize(1_000);

        StringBuilder plan = new StringBuilder();
        try (var connection = DriverManager.getConnection(TestDatabase.url("akashi_owner"));
                var statement = connection.createStatement()) {
            boolean _ = statement.execute("vacuum analyze record_key");
            // at this size the planner may find a bitmap cheaper; the point is that no column is missing from the index
            boolean _ = statement.execute("set enable_bitmapscan = off");
            try (var lines = statement.executeQuery("""
                    explain
                    select record_id, array_agg(digest), array_agg(grade)
                      from record_key
                     where digest = any('{1,2}'::bigint[]) and operation = any('{3,4}'::int[]) and until is null
                       and (narrow is null or narrow between 5 and 6)
                     group by record_id
                    """)) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
        }
        assertThat(plan.toString()).contains("Index Only Scan using record_key_now_ix");
    }

    private RecordLoader.Taken taken(String plate, String job, @Nullable String ending, boolean waits) {
        return new RecordLoader.Taken(
                version(),
                type(),
                values(plate),
                List.of(),
                unit(TestForce.HACHI),
                new RecordLoader.Author(null, job, "system"),
                clock.instant(),
                "原票1号",
                ending,
                waits);
    }

    private Values values(String plate) {
        Map<String, List<String>> inputs = Sheets.vehicle(plate);
        RecordLoader.Read read = loader.read(type(), inputs);
        assertThat(read).isInstanceOf(RecordLoader.Read.Fit.class);
        return ((RecordLoader.Read.Fit) read).values();
    }

    private static SearchKey key(String plate) {
        return new SearchKey(KeyKind.PLATE, plate.replace(" ", ""), List.of());
    }

    private OperationVersion version() {
        return operations.byCode(Sheets.VEHICLE).orElseThrow();
    }

    private DocumentType type() {
        return version().definition().document("notice").orElseThrow();
    }

    private Unit unit(String code) {
        return organization.roster().unitByCode(code).orElseThrow();
    }

    private static int sequence(RecordLoader.Loaded loaded) {
        return Integer.parseInt(loaded.number().substring(loaded.number().lastIndexOf('-') + 1));
    }
}
