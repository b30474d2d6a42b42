package akashi.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Inquiries over HTTP against the packaged program — decided, searched and durably on the log before they are answered
 * — beside the same select and one committed insert over JDBC, in turn, on the same database. Afterwards every answer
 * that was counted is looked for in the log.
 */
final class InquiryBench {
    private static final int KEYS = 50_000;
    private static final int STEADY = 300;
    /** Warming up ends after that many windows (of so many seconds) in a row that were no faster, or after the most. */
    private static final int WARM_STILL = 3;

    private static final int WARM_WINDOW = 10;
    private static final int WARM_MOST = 24;
    private static final double WARM_RISE = 1.03;
    private static final List<String> STAFF = List.of("990001", "990002", "990003", "990004");

    private InquiryBench() {}

    /** Measures and prints; returns 0 when every counted answer is in the log, 1 otherwise. */
    static int run(Arguments arguments) throws Exception {
        System.out.printf("loading %,d records (kept below var/bench for the next run) …%n", arguments.records());
        try (var server = Server.start(arguments.records(), freePort(), arguments.profile())) {
            tidy(server);
            describe(arguments, server);
            var stored = storedPlates(server);
            var baseline = new Baseline(server, mixed(stored, InquiryBench::missing));
            baseline.prepare();
            try (var officers = Officers.signIn(server.port(), arguments.sessions(), STAFF)) {
                officers.asking(mixed(stored, InquiryBench::missing).stream()
                        .map(Officers::aboutPlate)
                        .toList());
                if (arguments.minutes() > 0) {
                    var flat = Memory.flat(server, officers, STEADY, arguments.minutes());
                    return lost(server, officers) == 0 && flat ? 0 : 1;
                }
                var ratio = measure(arguments, server, baseline, officers);
                var lost = lost(server, officers);
                System.out.printf(Locale.ROOT, "ratio inquiry/baseline %.2f%n", ratio);
                return lost == 0 ? 0 : 1;
            } finally {
                baseline.clean();
            }
        }
    }

    private static double measure(Arguments arguments, Server server, Baseline baseline, Officers officers)
            throws Exception {
        warm(officers, baseline);
        System.out.println(Round.head());
        List<Double> inquiries = new ArrayList<>();
        List<Double> baselines = new ArrayList<>();
        for (var i = 1; i <= arguments.rounds(); i++) {
            var plain = baseline.run(arguments.seconds());
            System.out.println(plain.row("baseline, JDBC, " + Baseline.CONNECTIONS + " connections"));
            baselines.add(plain.perSecond());
            var before = Processor.read(server);
            var asked = officers.run(arguments.seconds());
            System.out.println(asked.row("inquiry, HTTP, " + arguments.sessions() + " sessions"));
            Processor.read(server)
                    .ifPresent(after -> before.ifPresent(used -> System.out.println(
                            "    " + after.row(used, asked.timings().count()))));
            inquiries.add(asked.perSecond());
        }
        System.out.println(officers.runAt(STEADY, arguments.seconds()).row("inquiry, HTTP, steady " + STEADY + "/s"));
        Pgbench.row(server, arguments.seconds()).ifPresent(System.out::println);
        var inquiry = median(inquiries);
        var plain = median(baselines);
        System.out.printf("%nmedian inquiries/s %,.0f, median baseline/s %,.0f%n", inquiry, plain);
        return inquiry / plain;
    }

    /**
     * Asks until the rate no longer rises: a server runs for weeks, and what its first minute costs is the compiler's
     * time, not an inquiry's.
     */
    private static void warm(Officers officers, Baseline baseline) throws InterruptedException {
        var _ = baseline.run(WARM_WINDOW);
        var best = 0.0;
        var still = 0;
        var windows = 0;
        while (still < WARM_STILL && windows < WARM_MOST) {
            var rate = officers.run(WARM_WINDOW).perSecond();
            still = rate > best * WARM_RISE ? 0 : still + 1;
            best = Math.max(best, rate);
            windows++;
            System.out.printf("warming up: %,.0f/s after %d s%n", rate, windows * WARM_WINDOW);
        }
    }

    /** What the database does by itself in the hour after a bulk load: statistics, and which pages all may see. */
    private static void tidy(Server server) throws SQLException {
        try (var connection = server.connect("akashi_owner");
                var statement = connection.createStatement()) {
            statement.execute("vacuum (analyze) record, record_version, record_key");
        }
    }

    private static void describe(Arguments arguments, Server server) throws SQLException {
        try (var connection = server.connect("akashi_app");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select current_setting('server_version'), current_setting('fsync'),
                               current_setting('synchronous_commit'), (select count(*) from record)
                        """)) {
            rows.next();
            System.out.printf(
                    "PostgreSQL %s, fsync %s, synchronous_commit %s, %,d records; %d processors, Java %s, %d rounds of %d s%n",
                    rows.getString(1),
                    rows.getString(2),
                    rows.getString(3),
                    rows.getLong(4),
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.version(),
                    arguments.rounds(),
                    arguments.seconds());
        }
    }

    private static List<String> storedPlates(Server server) throws SQLException {
        List<String> plates = new ArrayList<>();
        try (var connection = server.connect("akashi_app");
                var statement = connection.prepareStatement("""
                        select r.answer -> 'f' -> 'plate' ->> 0
                          from record r tablesample system (20)
                         where r.operation = 'stolen-vehicle' and r.answer -> 'f' ?? 'plate' limit ?
                        """)) {
            statement.setInt(1, KEYS);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    plates.add(rows.getString(1));
                }
            }
        }
        if (plates.isEmpty()) {
            throw new IllegalStateException("No plate was loaded, so nothing can be measured");
        }
        return plates;
    }

    /** Half of the questions are about plates that are there, half about plates that are not. */
    private static List<String> mixed(List<String> stored, IntFunction<String> missing) {
        List<String> mixed = new ArrayList<>(stored);
        for (var i = 0; i < stored.size(); i++) {
            mixed.add(missing.apply(i));
        }
        Collections.shuffle(mixed, new Random(1));
        return mixed;
    }

    /** A plate of a place for which no sample is generated. */
    private static String missing(int i) {
        return "沖縄%d%s%04d".formatted(500 + i % 99, "あいうえかきくけ".charAt(i % 8), 1000 + i % 9000);
    }

    private static long lost(Server server, Officers officers) throws SQLException {
        var answered = officers.answered();
        var lost = lost(server, answered);
        System.out.printf(
                "%nanswers counted %,d, of them in the log %,d, lost %d%n",
                answered.size(), answered.size() - lost, lost);
        return lost;
    }

    /** How many of these places of the log hold no entry, or were given to two answers. */
    private static long lost(Server server, List<Long> answered) throws SQLException {
        var distinct = new HashSet<>(answered);
        var lost = (long) answered.size() - distinct.size();
        try (var connection = server.connect("akashi_app");
                var statement = connection.prepareStatement("""
                        select count(*) from unnest(?::bigint[]) as answer (idx)
                         where not exists (select from usage_leaf leaf where leaf.idx = answer.idx)
                        """)) {
            statement.setArray(1, connection.createArrayOf("bigint", distinct.toArray()));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return lost + rows.getLong(1);
            }
        }
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
