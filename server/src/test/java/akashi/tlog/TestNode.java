package akashi.tlog;

import akashi.TestDatabase;
import akashi.TestLedger;
import akashi.proof.Receipts;
import akashi.proof.TestReceipts;
import akashi.usage.Disclosure;
import akashi.usage.Proved;
import akashi.usage.SystemUses;
import akashi.usage.TestUses;
import akashi.usage.UsageLog;
import akashi.usage.Withheld;
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
    private final Ledger ledger;
    private final UsageLog log;
    private final Receipts receipts;
    private final StaticListableBeanFactory watching = new StaticListableBeanFactory();

    private TestNode(HikariDataSource pool, LedgerSettings settings, Clock clock) {
        this.pool = pool;
        this.database = new FaultyDatabase(pool);
        this.changes = new FaultyDatabase(pool);
        var own = new SystemUses();
        this.node = new LedgerNode(database, settings, clock, new SimpleMeterRegistry(), own);
        var checkpoints = CheckpointSql.on(pool);
        var watched = new Watched(CosignatureSql.on(pool), checkpoints, watching.getBeanProvider(Watch.class));
        this.ledger = new Ledger(node, LedgerSql.on(changes), settings);
        this.log = TestUses.log(ledger, own, watched, clock);
        this.receipts = TestReceipts.of(pool, ledger, watched);
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
        var settings = new LedgerSettings(
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
        return TestUses.open(
                receipts.receipt(proved.number(), TestUses.officer(officer)).orElseThrow());
    }

    /** The log of this node. */
    public UsageLog log() {
        return log;
    }

    Ledger ledger() {
        return ledger;
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
        return log.release(TestUses.inquiry(TestUses.officer(officer)), Withheld.of("x", Disclosure.nothing()))
                .proved();
    }

    @Override
    public void close() {
        node.stop();
        pool.close();
    }
}
