package akashi.usage;

import akashi.TestDatabase;
import akashi.TestLedger;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A node of its own beside the application's, on the test database, whose database can be made to fail. */
public final class TestNode implements AutoCloseable {
    private final HikariDataSource pool;
    private final FaultyDatabase database;
    private final FaultyDatabase changes;
    private final LedgerNode node;
    private final UsageLog log;
    private final StaticListableBeanFactory watching = new StaticListableBeanFactory();

    private TestNode(HikariDataSource pool, UsageSettings settings, Clock clock) {
        this.pool = pool;
        this.database = new FaultyDatabase(pool);
        this.changes = new FaultyDatabase(pool);
        this.node = new LedgerNode(database, settings, clock, new SimpleMeterRegistry());
        var checkpoints = CheckpointSql.on(pool);
        var watched = new Watched(CosignatureSql.on(pool), checkpoints, watching.getBeanProvider(Watch.class));
        var receipts = new Receipts(UseSql.on(pool), checkpoints, node, watched);
        this.log = new UsageLog(node, LedgerSql.on(changes), receipts, watched, settings, clock);
    }

    /** A node that keeps its lease for five seconds. */
    public static TestNode start(String name, Clock clock) {
        return start(name, TestLedger.key(name), clock, Duration.ofSeconds(5));
    }

    /** A node with a key it may have had before. */
    public static TestNode start(String name, Path key, Clock clock, Duration lease) {
        return start(name, key, clock, lease, TestDatabase.url("akashi_app"));
    }

    /** On another database, for what damages it. */
    static TestNode start(String name, Path key, Clock clock, Duration lease, String url) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername("akashi_app");
        pool.setMaximumPoolSize(6);
        pool.setMinimumIdle(0);
        var settings = new UsageSettings(
                "akashi.test", name, key, 5, Duration.ofMillis(50), Duration.ofSeconds(4), lease, Duration.ZERO);
        var node = new TestNode(pool, settings, clock);
        node.node.start();
        return node;
    }

    /** Has the ledger watched from now on. */
    public void watchedBy(Watch watch) {
        watching.addBean("watch", watch);
    }

    /** What it signed. */
    public Checkpoints checkpoints() {
        return new Checkpoints(node, CheckpointSql.on(pool), CosignatureSql.on(pool));
    }

    /** The receipt of an entry, as its operator gets it. */
    public String receipt(Proved proved, String officer) {
        return log.receipt(proved.number(), UsageLogTest.officer(officer))
                .orElseThrow()
                .open();
    }

    /** The log of this node. */
    public UsageLog log() {
        return log;
    }

    LedgerNode node() {
        return node;
    }

    FaultyDatabase database() {
        return database;
    }

    /** The database as the changes of the application see it, not the ledger's own. */
    FaultyDatabase changes() {
        return changes;
    }

    DataSource healthy() {
        return pool;
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(changes));
    }

    /** Releases something for an officer and answers where. */
    public Proved release(String officer) {
        return log.release(UsageLogTest.inquiry(UsageLogTest.officer(officer)), Withheld.of("x", Disclosure.nothing()))
                .proved();
    }

    @Override
    public void close() {
        node.stop();
        pool.close();
    }
}
