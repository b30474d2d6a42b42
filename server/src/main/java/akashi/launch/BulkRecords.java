package akashi.launch;

import akashi.operation.DocumentType;
import akashi.operation.OperationCode;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.organization.Unit;
import akashi.organization.UnitKind;
import akashi.record.RecordLoader;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Many generated stolen vehicles (見本) for {@code demo --records N}, which measurements run on. The n-th is the same in
 * every run; loading goes on where an earlier run stopped.
 */
@Component
@Profile("demo")
class BulkRecords {
    private static final OperationCode OPERATION = new OperationCode("stolen-vehicle");
    private static final String FORM = "BULK-";
    private static final int BATCH = 10_000;
    private static final List<String> PLACES = List.of("青森", "八戸", "弘前", "岩手", "盛岡", "秋田", "仙台", "宮城", "函館", "札幌");
    private static final String KANA = "さすせそたちつてとなにぬねのはひふほまみむめもやゆらりるろ";
    private static final List<String> MAKES =
            List.of("toyota", "nissan", "honda", "mazda", "subaru", "suzuki", "daihatsu");
    private static final List<String> COLOURS = List.of("white", "black", "silver", "blue", "red");

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

    /** Loads until there are that many; says on standard output how far it is. */
    void load(int wanted) {
        var version = operations
                .byCode(OPERATION)
                .orElseThrow(
                        () -> new IllegalStateException(OPERATION + " must be in force before records are loaded"));
        var type = version.definition().documents().getFirst();
        var stations = organization.roster().units().stream()
                .filter(unit -> unit.kind() == UnitKind.STATION)
                .toList();
        var from = loader.loadedBy("bulk");
        var next = prepare(from, wanted, version, type, stations);
        while (from < wanted) {
            var batch = next.join();
            from += batch.size();
            next = prepare(from, wanted, version, type, stations);
            var loaded = loader.load(batch, RecordLoader.byJob("bulk"));
            if (loaded.size() != batch.size()) {
                throw new IllegalStateException("Of " + batch.size() + " records " + loaded.size() + " were loaded");
            }
            System.out.printf("見本の記録 %,d / %,d 件 / sample records%n", from, wanted);
        }
    }

    /** Makes and checks the next batch on all processors, while the database still takes the one before. */
    private CompletableFuture<List<RecordLoader.Taken>> prepare(
            int from, int wanted, OperationVersion version, DocumentType type, List<Unit> stations) {
        return CompletableFuture.supplyAsync(() -> IntStream.range(from, Math.min(from + BATCH, wanted))
                .parallel()
                .mapToObj(n -> vehicle(n, version, type, stations.get(n % stations.size())))
                .toList());
    }

    private RecordLoader.Taken vehicle(int n, OperationVersion version, DocumentType type, Unit station) {
        var random = new Random(n);
        var stolen = "%d-%02d-%02d".formatted(2019 + random.nextInt(7), 1 + random.nextInt(12), 1 + random.nextInt(28));
        var serial = "%04d".formatted(1000 + random.nextInt(9000));
        var inputs = Map.ofEntries(
                input("target", "vehicle"),
                input(
                        "plate",
                        PLACES.get(random.nextInt(PLACES.size()))
                                + (300 + random.nextInt(100))
                                + KANA.charAt(random.nextInt(KANA.length()))
                                + serial),
                input("chassis", "MIHON%d-%07d".formatted(10 + random.nextInt(80), n)),
                input("kind", "ordinary-car"),
                input("make", MAKES.get(random.nextInt(MAKES.size()))),
                input("model", "見本車" + random.nextInt(40)),
                input("colour", COLOURS.get(random.nextInt(COLOURS.size()))),
                input("stolenFrom", stolen),
                input("place.detail", "見本町" + random.nextInt(500) + "番"),
                input("keeper.written", "見本 " + n),
                input("keeperPhone", "090-0000-%04d".formatted(random.nextInt(10_000))),
                input("reportedOn", stolen));
        return switch (loader.read(type, inputs)) {
            case RecordLoader.Read.Faulty(var faults) ->
                throw new IllegalStateException("A generated vehicle does not fit its definition: " + faults);
            case RecordLoader.Read.Fit(var values) ->
                new RecordLoader.Taken(
                        version,
                        type,
                        values,
                        List.of(),
                        station,
                        new RecordLoader.Author(null, "bulk", "system"),
                        clock.instant().minus(Duration.ofDays(1 + n % 700)),
                        FORM + n,
                        null,
                        false);
        };
    }

    private static Map.Entry<String, List<String>> input(String name, String value) {
        return Map.entry(name, List.of(value));
    }
}
