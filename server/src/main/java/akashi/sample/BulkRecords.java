package akashi.sample;

import akashi.operation.DocumentType;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.organization.Unit;
import akashi.organization.UnitKind;
import akashi.record.KeyIndexes;
import akashi.record.RecordLoader;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Many generated records (見本) for {@code demo --records N --persons N}, which measurements run on. The n-th is the same
 * in every run; loading goes on where an earlier run stopped.
 */
@Component
@Profile("demo")
public class BulkRecords {
    private static final int BATCH = 10_000;

    /** From so many records on, the key indexes are built afterwards instead of row by row. */
    private static final int WORTH_REBUILDING = 200_000;

    private final RecordLoader loader;
    private final Operations operations;
    private final Organization organization;
    private final Clock clock;

    BulkRecords(RecordLoader loader, Operations operations, Organization organization, Clock clock) {
        this.loader = loader;
        this.operations = operations;
        this.organization = organization;
        this.clock = clock;
    }

    /**
     * Loads until there are that many of each kind; says on standard output how far it is. Builds key indexes that a
     * load broken off has left missing.
     *
     * @param owner the database as the owner of its tables
     */
    public void load(int vehicles, int persons, DataSource owner) {
        if (vehicles > 0 || persons > 0) {
            loadMissing(vehicles, persons, owner);
        }
        var begun = System.nanoTime();
        KeyIndexes.build(owner);
        var seconds = (System.nanoTime() - begun) / 1e9;
        if (seconds > 1) {
            System.out.printf("索引を作りました / key indexes built: %.0f s%n", seconds);
        }
    }

    private void loadMissing(int vehicles, int persons, DataSource owner) {
        var cars = new Plan(new BulkVehicle(), vehicles, loader.loadedBy(BulkVehicle.JOB));
        var people = new Plan(new BulkLicence(NameStock.read()), persons, loader.loadedBy(BulkLicence.JOB));
        if (cars.left() + people.left() >= WORTH_REBUILDING) {
            KeyIndexes.drop(owner);
        }
        load(cars);
        load(people);
    }

    /** One kind of records, and how many of them there are to be. */
    private record Plan(BulkRecord kind, int wanted, int loaded) {
        int left() {
            return Math.max(0, wanted - loaded);
        }
    }

    private void load(Plan plan) {
        var made = new Maker(plan);
        var begun = System.nanoTime();
        var from = plan.loaded();
        var next = made.batch(from);
        while (from < plan.wanted()) {
            var batch = next.join();
            from += batch.size();
            next = made.batch(from);
            var loaded = loader.loadReady(batch, RecordLoader.byJob(plan.kind().job()));
            if (loaded.size() != batch.size()) {
                throw new IllegalStateException("Of " + batch.size() + " records " + loaded.size() + " were loaded");
            }
            System.out.printf(
                    "見本の記録 / sample records: %s %,d / %,d (%,.0f/s)%n",
                    plan.kind().operation(),
                    from,
                    plan.wanted(),
                    (from - plan.loaded()) * 1e9 / (System.nanoTime() - begun));
        }
    }

    /** Makes and checks batches on all processors, while the database still takes the one before. */
    private final class Maker {
        private final Plan plan;
        private final OperationVersion version;
        private final DocumentType type;
        private final List<Unit> stations;

        Maker(Plan plan) {
            this.plan = plan;
            var operation = plan.kind().operation();
            version = operations
                    .byCode(operation)
                    .orElseThrow(
                            () -> new IllegalStateException(operation + " must be in force before records are loaded"));
            type = version.definition().documents().getFirst();
            stations = organization.roster().units().stream()
                    .filter(unit -> unit.kind() == UnitKind.STATION)
                    .toList();
        }

        CompletableFuture<List<RecordLoader.Ready>> batch(int from) {
            return CompletableFuture.supplyAsync(() -> IntStream.range(from, Math.min(from + BATCH, plan.wanted()))
                    .parallel()
                    .mapToObj(n -> loader.prepare(taken(n)))
                    .toList());
        }

        private RecordLoader.Taken taken(int n) {
            return switch (loader.read(type, plan.kind().inputs(n))) {
                case RecordLoader.Read.Faulty(var faults) ->
                    throw new IllegalStateException("A generated record does not fit its definition: " + faults);
                case RecordLoader.Read.Fit(var values) ->
                    new RecordLoader.Taken(
                            version,
                            type,
                            values,
                            List.of(),
                            stations.get(n % stations.size()),
                            new RecordLoader.Author(null, plan.kind().job(), "system"),
                            clock.instant().minus(Duration.ofDays(1 + n % 700)),
                            "BULK-" + n,
                            null,
                            false);
            };
        }
    }
}
