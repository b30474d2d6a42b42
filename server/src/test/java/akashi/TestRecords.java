package akashi;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.document.CautionNote;
import akashi.operation.OperationCode;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.record.RecordLoader;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Documents that count, made for one test each from the operations that ship. */
public final class TestRecords {
    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (ProcessHandle.current().pid() % 90) * 100);

    private final RecordLoader loader;
    private final Operations operations;
    private final Organization organization;
    private final Clock clock;

    public TestRecords(RecordLoader loader, Operations operations, Organization organization, Clock clock) {
        this.loader = loader;
        this.operations = operations;
        this.organization = organization;
        this.clock = clock;
    }

    /** A plate no other test of this run has. */
    public static String plate() {
        int number = NEXT.incrementAndGet() % 9999;
        return "八戸 301 " + "あいうえかきくけこさすせそたちつてとなにぬねのはひふほまみむめもやゆよらりるれろ".charAt(number % 40) + " "
                + String.format("%02d-%02d", 10 + number / 100 % 90, number % 100);
    }

    /** A vehicle stolen in a unit; gives its business number. */
    public String stolenVehicle(String unit, String plate, CautionNote... cautions) {
        var inputs = new TreeMap<String, List<String>>();
        put(inputs, "target", "vehicle");
        put(inputs, "plate", plate);
        put(inputs, "kind", "ordinary-car");
        put(inputs, "make", "toyota");
        put(inputs, "model", "プリウス");
        put(inputs, "colour", "white");
        put(inputs, "stolenFrom", "令和8年10月2日");
        place(inputs, "place");
        put(inputs, "keeper.written", "見本 花子");
        put(inputs, "keeperPhone", "090-0000-0001");
        put(inputs, "reportedOn", "令和8年10月3日");
        return load("stolen-vehicle", unit, inputs, List.of(cautions));
    }

    /** A person wanted under a warrant valid until that day; gives the business number. */
    public String wanted(String unit, Map<String, String> suspect, LocalDate validUntil, CautionNote... cautions) {
        var inputs = new TreeMap<String, List<String>>();
        put(inputs, "noticeKind", "wanted-1");
        put(inputs, "noticedOn", "2026-06-01");
        put(inputs, "contact", "刑事第一課 強行犯係長");
        put(inputs, "contactPhone", "0178-00-0001");
        put(inputs, "sex", "male");
        suspect.forEach((name, text) -> put(inputs, name, text));
        put(inputs, "offence", "robbery");
        put(inputs, "offenceOn", "2026-05-01");
        place(inputs, "offencePlace");
        put(inputs, "facts", "見本の事実");
        put(inputs, "warrantKind", "arrest");
        put(inputs, "warrantNumber", "令和8年（る）第1号");
        put(inputs, "warrantCourt", "青森簡易裁判所");
        put(inputs, "warrantIssued", "2026-05-20");
        put(inputs, "warrantExpires", validUntil.toString());
        return load("wanted", unit, inputs, List.of(cautions));
    }

    /** Somebody found in need of protection; gives the business number. */
    public String protectedPerson(String unit, Map<String, String> known) {
        var inputs = new TreeMap<String, List<String>>();
        known.forEach((name, text) -> put(inputs, name, text));
        return load("protection", unit, inputs, List.of());
    }

    /** A registered bicycle; gives its business number. */
    public String bicycle(String unit, String number) {
        var inputs = new TreeMap<String, List<String>>();
        put(inputs, "number", number);
        put(inputs, "frame", "G6A" + NEXT.incrementAndGet());
        put(inputs, "kind", "city");
        put(inputs, "make", "bridgestone");
        put(inputs, "colour", "red");
        put(inputs, "registeredOn", "2026-04-01");
        put(inputs, "owner.written", "見本 次郎");
        place(inputs, "ownerPlace");
        return load("bicycle", unit, inputs, List.of());
    }

    private String load(
            String operation, String unitCode, Map<String, List<String>> inputs, List<CautionNote> cautions) {
        var version = operations.byCode(new OperationCode(operation)).orElseThrow();
        var type = version.definition().documents().getFirst();
        var read = loader.read(type, inputs);
        assertThat(read).as("document of " + operation).isInstanceOf(RecordLoader.Read.Fit.class);
        var values = ((RecordLoader.Read.Fit) read).values();
        var unit = organization.roster().unitByCode(unitCode).orElseThrow();
        var taken = new RecordLoader.Taken(
                version,
                type,
                values,
                cautions,
                unit,
                new RecordLoader.Author(null, "test", "system"),
                clock.instant().minus(Duration.ofHours(1)),
                "原票1",
                null,
                false);
        return loader.load(List.of(taken), RecordLoader.byJob("test"))
                .getFirst()
                .number();
    }

    private static void place(Map<String, List<String>> inputs, String field) {
        put(inputs, field + ".prefecture", "青森県");
        put(inputs, field + ".municipality", "八戸市");
    }

    private static void put(Map<String, List<String>> inputs, String input, String text) {
        inputs.put(input, List.of(text));
    }
}
