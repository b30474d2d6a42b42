package akashi.usage;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures, by hand, how many uses a second become durable: {@code LedgerThroughput [writers] [entries]}. The database
 * runs with fsync, synchronous_commit and full_page_writes on.
 */
final class LedgerThroughput {
    private LedgerThroughput() {}

    static void main(String[] args) throws IOException, SQLException, ExecutionException, InterruptedException {
        int writers = args.length > 0 ? Integer.parseInt(args[0]) : 64;
        int entries = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
        try (var server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .start()) {
            prepare(server);
            Path key = akashi.TestLedger.key("bench");
            var settings = new UsageSettings(
                    "akashi.test",
                    "bench",
                    key,
                    5,
                    Duration.ofMillis(200),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(1));
            try (var pool = new HikariDataSource()) {
                pool.setJdbcUrl(server.getJdbcUrl("akashi_app", "akashi"));
                pool.setUsername("akashi_app");
                pool.setMaximumPoolSize(4);
                var node = new LedgerNode(pool, settings, Clock.systemUTC(), new SimpleMeterRegistry());
                var watched = new Watched(
                        CosignatureSql.on(pool),
                        CheckpointSql.on(pool),
                        new StaticListableBeanFactory().getBeanProvider(Watch.class));
                var receipts = new Receipts(UseSql.on(pool), CheckpointSql.on(pool), node, watched);
                var log = new UsageLog(node, LedgerSql.on(pool), receipts, watched, settings, Clock.systemUTC());
                node.start();
                run(log, writers, entries / 5);
                run(log, writers, entries);
                run(log, writers, entries);
                run(log, 1, entries / 50);
                sizes(pool);
                node.stop();
            }
        }
    }

    private static void prepare(EmbeddedPostgres server) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create role akashi_owner login");
            statement.execute("create role akashi_app login");
            statement.execute("create database akashi owner akashi_owner");
        }
        var _ = Flyway.configure()
                .dataSource(server.getJdbcUrl("akashi_owner", "akashi"), "akashi_owner", "")
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private static void run(UsageLog log, int writers, int entries) throws ExecutionException, InterruptedException {
        var next = new AtomicInteger();
        long[] nanos = new long[entries];
        long started = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < writers; n++) {
                var actor = UsageLogTest.officer("6000" + n);
                var _ = threads.submit(() -> {
                    for (int mine = next.getAndIncrement(); mine < entries; mine = next.getAndIncrement()) {
                        long asked = System.nanoTime();
                        var _ = log.release(
                                UsageLogTest.inquiry(actor),
                                Withheld.of(
                                        "x",
                                        Disclosure.of(
                                                java.util.List.of(
                                                        new RecordRef("0197a5f0-0000-7000-8000-000000000001", 3)),
                                                new byte[100])));
                        nanos[mine] = System.nanoTime() - asked;
                    }
                });
            }
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        Arrays.sort(nanos);
        System.out.printf(
                "%d writers, %d entries: %.0f durable/s, p50 %.1f ms, p99 %.1f ms%n",
                writers, entries, entries / seconds, nanos[entries / 2] / 1e6, nanos[entries * 99 / 100] / 1e6);
    }

    private static void sizes(HikariDataSource pool) {
        var jdbc = JdbcClient.create(pool);
        long entries = jdbc.sql("select count(*) as n from usage_leaf")
                .query((row, n) -> row.getLong("n"))
                .single();
        var _ = jdbc.sql("""
                        select regexp_replace(relname, '_[0-9_]+$', '') as name,
                               sum(pg_table_size(oid)) as data, sum(pg_indexes_size(oid)) as indexes
                          from pg_class where relkind = 'r' and relname like 'usage%' group by 1 order by 1
                        """)
                .query((row, n) -> {
                    System.out.printf(
                            "%-20s %6.1f B data, %6.1f B indexes an entry%n",
                            row.getString("name"),
                            (double) row.getLong("data") / entries,
                            (double) row.getLong("indexes") / entries);
                    return n;
                })
                .list();
    }
}
