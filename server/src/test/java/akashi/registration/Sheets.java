package akashi.registration;

import akashi.operation.OperationCode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What tests enter on forms. */
public final class Sheets {
    public static final OperationCode VEHICLE = new OperationCode("stolen-vehicle");
    public static final OperationCode WANTED = new OperationCode("wanted");
    public static final OperationCode CRIME = new OperationCode("crime-report");
    private static final AtomicInteger NEXT = new AtomicInteger(1000);

    private Sheets() {}

    /** A plate no other test uses. */
    public static String plate() {
        int n = NEXT.incrementAndGet();
        return "青森 " + (300 + n % 100) + " さ " + (1000 + n);
    }

    public static Map<String, List<String>> vehicle(String plate) {
        Map<String, List<String>> inputs = new TreeMap<>();
        put(inputs, "target", "vehicle");
        put(inputs, "plate", plate);
        put(inputs, "kind", "ordinary-car");
        put(inputs, "make", "toyota");
        put(inputs, "model", "プリウス");
        put(inputs, "colour", "white");
        put(inputs, "stolenFrom", "令和8年10月2日");
        put(inputs, "place.prefecture", "青森県");
        put(inputs, "place.municipality", "八戸市");
        put(inputs, "place.town", "見本町一丁目");
        put(inputs, "keeper.written", "見本 花子");
        put(inputs, "keeper.kana", "ミホン ハナコ");
        put(inputs, "keeperPhone", "090-0000-0001");
        put(inputs, "reportedOn", "2026-10-03");
        return inputs;
    }

    public static Map<String, List<String>> wanted(String written, String kana, String birth) {
        Map<String, List<String>> inputs = new TreeMap<>();
        put(inputs, "noticeKind", "wanted-1");
        put(inputs, "noticedOn", "2026-11-01");
        put(inputs, "contact", "刑事第一課 強行犯係長");
        put(inputs, "contactPhone", "0178-00-0000");
        put(inputs, "suspect.written", written);
        put(inputs, "suspect.kana", kana);
        put(inputs, "birth", birth);
        put(inputs, "sex", "male");
        put(inputs, "offence", "robbery");
        put(inputs, "offenceOn", "2026-10-??");
        put(inputs, "offencePlace.municipality", "八戸市");
        put(inputs, "facts", "見本の事実");
        put(inputs, "warrantKind", "arrest");
        put(inputs, "warrantNumber", "令和8年（る）第1号");
        put(inputs, "warrantCourt", "八戸簡易裁判所");
        put(inputs, "warrantIssued", "2026-11-01");
        put(inputs, "warrantExpires", "2027-05-01");
        return inputs;
    }

    public static Map<String, List<String>> crime() {
        Map<String, List<String>> inputs = new TreeMap<>();
        put(inputs, "offence", "theft");
        put(inputs, "modus", "bicycle-theft");
        put(inputs, "station", "八戸");
        put(inputs, "place.municipality", "八戸市");
        put(inputs, "placeKind", "road");
        put(inputs, "occurredOn", "2026-11-01");
        return inputs;
    }

    public static void put(Map<String, List<String>> inputs, String input, String... texts) {
        inputs.put(input, List.of(texts));
    }

    public static Change.Entry entry(Map<String, List<String>> inputs) {
        return new Change.Entry(inputs, List.of(), List.of(), "原票1号");
    }

    public static Change.Register register(OperationCode operation, String type, Map<String, List<String>> inputs) {
        return new Change.Register(UUID.randomUUID(), operation, type, entry(inputs));
    }
}
