package akashi.api;

import akashi.TestForce;
import akashi.account.Accounts;
import akashi.account.DeviceClass;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.terminal.Terminals;
import akashi.usage.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** People who use the API in tests, and what they send. */
final class Cast {
    static final String PASSWORD = "なつかしい-津軽海峡-冬景色";
    /** A terminal of its own, so that what goes wrong here locks nobody else out. */
    private static final String TERMINAL = "Z-API-1";

    static final String CASE = "110-1122-0345";
    private static final AtomicInteger NEXT =
            new AtomicInteger((int) (ProcessHandle.current().pid() % 90) * 100);

    private final Accounts accounts;
    private final TestForce force;
    private final int port;

    Cast(Accounts accounts, Terminals terminals, Organization organization, int port) {
        this.accounts = accounts;
        this.force = new TestForce(organization);
        this.port = port;
        if (terminals.all().stream().noneMatch(known -> known.number().equals(TERMINAL))) {
            var _ = terminals.register(
                    TERMINAL,
                    DeviceClass.STATION,
                    force.unit(TestForce.HACHI),
                    "1階",
                    null,
                    LocalDate.of(2024, 4, 1),
                    Actor.system("test"));
        }
    }

    /** Somebody of the station, signed in. */
    Client signedIn(PostClass postClass) throws Exception {
        var member = force.officer(TestForce.HACHI, postClass);
        accounts.open(member.id(), PASSWORD);
        return stranger().signIn(member.staffNumber(), PASSWORD);
    }

    /** Nobody yet. */
    Client stranger() {
        return new Client(port, TERMINAL);
    }

    static String plate() {
        int number = NEXT.incrementAndGet() % 8999;
        return "八戸 302 " + "あいうえかきくけこさすせそたちつてとなにぬねのはひふほまみむめもやゆよらりるれろ".charAt(number % 40) + " "
                + String.format("%02d-%02d", 10 + number / 100, number % 100);
    }

    static String chassis() {
        return "MIHON30-%07d".formatted(1_000_000 + NEXT.incrementAndGet());
    }

    /** Number of a bicycle nobody else has. */
    static String bicycle() {
        return "青森 Y-" + (70_000 + NEXT.incrementAndGet());
    }

    /** A list of plates. */
    static Map<String, Object> list(String... plates) {
        return new TreeMap<>(Map.of(
                "kind",
                "vehicle",
                "operations",
                List.of("stolen-vehicle"),
                "purpose",
                "stop-and-question",
                "caseReference",
                CASE,
                "items",
                List.of(plates).stream().map(plate -> Map.of("plate", plate)).toList()));
    }

    static Map<String, List<String>> theft(String number) {
        var values = place();
        values.put("number", List.of(number));
        values.put("kind", List.of("city"));
        values.put("colour", List.of("red"));
        values.put("stolenOn", List.of("2026-10-01"));
        values.put("victim.written", List.of("見本 四郎"));
        values.put("victimPhone", List.of("0178-00-0002"));
        values.put("reportedOn", List.of("2026-10-02"));
        return values;
    }

    static Map<String, List<String>> foundBicycle(String number) {
        var values = place();
        values.put("number", List.of(number));
        values.put("frame", List.of("不明"));
        values.put("kind", List.of("city"));
        values.put("colour", List.of("red"));
        values.put("foundOn", List.of("2026-11-01"));
        values.put("store", List.of("自転車置場"));
        return values;
    }

    private static Map<String, List<String>> place() {
        return new TreeMap<>(Map.of("place.prefecture", List.of("青森県"), "place.municipality", List.of("八戸市")));
    }

    static Map<String, Object> aboutPlate(String plate) {
        return new TreeMap<>(Map.of(
                "keys",
                Map.of("plate", plate),
                "operations",
                List.of("stolen-vehicle"),
                "purpose",
                "stop-and-question",
                "caseReference",
                CASE));
    }

    /** A stolen vehicle, with further inputs as name and text in turn. */
    static Map<String, Object> stolenVehicle(String plate, String... more) {
        var values = new TreeMap<String, List<String>>();
        values.put("target", List.of("vehicle"));
        values.put("plate", List.of(plate));
        values.put("kind", List.of("ordinary-car"));
        values.put("make", List.of("toyota"));
        values.put("model", List.of("プリウス"));
        values.put("colour", List.of("white"));
        values.put("stolenFrom", List.of("令和8年10月2日"));
        values.put("place.prefecture", List.of("青森県"));
        values.put("place.municipality", List.of("八戸市"));
        values.put("keeper.written", List.of("見本 花子"));
        values.put("keeperPhone", List.of("090-0000-0001"));
        values.put("reportedOn", List.of("令和8年10月3日"));
        for (var n = 0; n < more.length; n += 2) {
            values.put(more[n], List.of(more[n + 1]));
        }
        return new TreeMap<>(Map.of(
                "request",
                UUID.randomUUID().toString(),
                "document",
                "notice",
                "sourceForm",
                "盗被 令和8年第12号",
                "values",
                values,
                "cautions",
                List.of(Map.of("code", "armed", "source", "八戸署刑事第一課", "noted", "2026-10-03"))));
    }
}
