package akashi.sample;

import static akashi.sample.BulkRecord.input;

import akashi.operation.OperationCode;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Stolen vehicles. */
final class BulkVehicle implements BulkRecord {
    static final String JOB = "bulk";

    private static final List<String> PLACES = List.of("青森", "八戸", "弘前", "岩手", "盛岡", "秋田", "仙台", "宮城", "函館", "札幌");
    private static final String KANA = "さすせそたちつてとなにぬねのはひふほまみむめもやゆらりるろ";
    private static final List<String> MAKES =
            List.of("toyota", "nissan", "honda", "mazda", "subaru", "suzuki", "daihatsu");
    private static final List<String> COLOURS = List.of("white", "black", "silver", "blue", "red");

    @Override
    public OperationCode operation() {
        return new OperationCode("stolen-vehicle");
    }

    @Override
    public String job() {
        return JOB;
    }

    @Override
    public Map<String, List<String>> inputs(int n) {
        var random = new Random(n);
        var stolen = "%d-%02d-%02d".formatted(2019 + random.nextInt(7), 1 + random.nextInt(12), 1 + random.nextInt(28));
        var serial = "%04d".formatted(1000 + random.nextInt(9000));
        return Map.ofEntries(
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
    }
}
