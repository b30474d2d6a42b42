package akashi.usage;

import akashi.launch.MeasuredDatabase;
import akashi.proof.LogExport;
import akashi.tlog.DrivenNode;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The server's own classes at work on the demo's database, without its pages: the sequencer under many writers, the log
 * filled by the same statements in larger groups, and its export. A process of its own, started by {@code bench ledger}
 * on the class path of the packaged program.
 */
@NullMarked
final class LedgerDrive {
    private static final String ORIGIN = "demo.akashi.example";
    private static final String NODE = "demo";

    private final HikariDataSource pool;
    private final SystemUses own = new SystemUses();
    private final DrivenNode node;

    private LedgerDrive(HikariDataSource pool) {
        this.pool = pool;
        this.node = new DrivenNode(pool, ORIGIN, NODE, MeasuredDatabase.key(), own);
    }

    static void main(String[] args) {
        try (var database = MeasuredDatabase.open();
                var pool = new HikariDataSource()) {
            pool.setJdbcUrl(database.url());
            pool.setUsername("akashi_app");
            pool.setPassword(database.password());
            pool.setMaximumPoolSize(4);
            var drive = new LedgerDrive(pool);
            switch (args[0]) {
                case "durable" -> drive.durable(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
                case "fill" -> drive.fill(Long.parseLong(args[1]));
                case "export" -> drive.export(Path.of(args[1]));
                default -> throw new IllegalArgumentException(args[0]);
            }
        }
    }

    private static void line(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
        System.out.flush();
    }

    private static Actor officer(int n) {
        return new Actor(
                Integer.toString(600_000 + n),
                UUID.nameUUIDFromBytes(Integer.toString(n).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                "patrol-sergeant",
                "hachinohe-patrol",
                "PC-014",
                "page");
    }

    /** A plain inquiry: one key, one record found, a note. */
    private static Use inquiry(Actor actor) {
        return Use.of("EXISTENCE", actor)
                .because("stop-and-question", "110-0812-0345")
                .in("stolen-vehicle", "5f8a1c", new Use.Ruling("existence-own-prefecture", "3", true))
                .with(new Use.Key("PLATE", "青森330さ12-34", "青森330さ1234", List.of("plate-1")))
                .noting("言動が不審");
    }

    private static Disclosure found() {
        return Disclosure.of(List.of(new RecordRef("0197a5f0-0000-7000-8000-000000000001", 3)), new byte[100]);
    }

    /**
     * Many writers, each waiting until its entry is durable before the next; one round to warm up, the best of three.
     */
    private void durable(int writers, int entries) {
        var clock = Clock.systemUTC();
        var log = new UsageLog(node.ledger(), own, node.watched(), clock);
        node.start();
        try {
            for (int round = 0; round < 4; round++) {
                line(round == 0 ? "warm-up %s" : "durable %s", round(log, writers, entries));
            }
        } finally {
            node.stop();
        }
        sizes();
    }

    private static String round(UsageLog log, int writers, int entries) {
        var next = new AtomicInteger();
        long[] nanos = new long[entries];
        long started = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < writers; n++) {
                var actor = officer(n);
                var _ = threads.submit(() -> {
                    for (int mine = next.getAndIncrement(); mine < entries; mine = next.getAndIncrement()) {
                        long asked = System.nanoTime();
                        var _ = log.release(inquiry(actor), Withheld.of("x", found()));
                        nanos[mine] = System.nanoTime() - asked;
                    }
                });
            }
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        Arrays.sort(nanos);
        if (nanos[0] == 0) {
            throw new IllegalStateException("A writer gave up, so the round does not count");
        }
        return String.format(
                Locale.ROOT,
                "%d writers, %,d entries: %.0f /s, p50 %.1f ms, p99 %.1f ms",
                writers,
                entries,
                entries / seconds,
                nanos[entries / 2] / 1e6,
                nanos[entries * 99 / 100] / 1e6);
    }

    /** Appends until the log has so many entries: what the sequencer stores, in groups of 2,000, each signed. */
    private void fill(long size) {
        var officers = new AtomicInteger();
        var filled = node.fill(
                size,
                () -> Leaves.entry(
                        inquiry(officer(officers.getAndIncrement() % 64)).disclosing(found()), null),
                entries -> line("    %,d entries", entries));
        line("filled to %,d entries, %,.0f /s", filled.size(), filled.perSecond());
        sizes();
    }

    private void export(Path folder) {
        long started = System.nanoTime();
        var written =
                new LogExport(pool, Clock.systemUTC()).export(node.ledger().origin(), folder, "bench", true, _ -> {});
        double seconds = (System.nanoTime() - started) / 1e9;
        line("exported %,d entries in %.1f s, %,.0f /s", written.entries(), seconds, written.entries() / seconds);
    }

    private void sizes() {
        var jdbc = JdbcClient.create(pool);
        long entries = jdbc.sql("select count(*) as n from usage_leaf")
                .query((row, n) -> row.getLong("n"))
                .single();
        var parts = jdbc.sql("""
                        select regexp_replace(relname, '_[0-9_]+$', '') as name,
                               sum(pg_table_size(oid)) as data, sum(pg_indexes_size(oid)) as indexes
                          from pg_class
                         where relkind = 'r' and relname ~ '^usage_(leaf|private|tile|checkpoint|month)'
                         group by 1 order by 1
                        """)
                .query((row, n) -> {
                    line(
                            "    %-18s %6.1f B data, %6.1f B indexes an entry",
                            row.getString("name"),
                            (double) row.getLong("data") / entries,
                            (double) row.getLong("indexes") / entries);
                    return row.getLong("data") + row.getLong("indexes");
                })
                .list();
        line(
                "bytes an entry %.0f (%,d entries)",
                parts.stream().mapToLong(Long::longValue).sum() / (double) entries, entries);
    }
}
