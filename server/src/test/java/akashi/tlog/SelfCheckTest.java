package akashi.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.TestDatabase;
import akashi.TestLedger;
import akashi.ledger.NoteSigner;
import akashi.ledger.NoteVerifier;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Damage done by the owner of the database is found while the program runs; each is undone again. */
class SelfCheckTest {
    private final Clock clock = Clock.systemUTC();
    private final String name = "self-check-" + UUID.randomUUID();

    @Test
    void whatDiffersFromWhatWasSignedIsFound() {
        var key = TestLedger.key(name);
        int log;
        NoteVerifier verifier;
        try (var node = TestNode.start(name, key, clock, Duration.ofSeconds(5))) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int n = 0; n < 600; n++) {
                    var _ = threads.submit(() -> node.release("420001"));
                }
            }
            log = node.release("420001").log();
            verifier = NoteVerifier.parse(node.log().verifierKey());
        }
        var owner = new PGSimpleDataSource();
        owner.setUrl(TestDatabase.url("akashi_owner"));
        var damage = new TransactionTemplate(new JdbcTransactionManager(owner));
        var sql = JdbcClient.create(owner);
        var check = new SelfCheck(new CheckpointSql(sql), () -> List.of(verifier), clock, RandomGenerator.getDefault());

        check.run(log);
        var good = Objects.requireNonNull(check.last());
        assertThat(good.fault()).isNull();
        assertThat(good.size()).isEqualTo(601);
        assertThat(good.entries()).isGreaterThan(600);

        assertThat(after(damage, sql, check, "update usage_leaf set leaf = '\\x7b7d' where idx = 256 and log = " + log))
                .isEqualTo(SelfCheck.Fault.ENTRY);
        assertThat(after(
                        damage,
                        sql,
                        check,
                        "update usage_tile set hashes = set_byte(hashes, 9, 255 - get_byte(hashes, 9)) where log = "
                                + log))
                .isEqualTo(SelfCheck.Fault.ROOT);
        assertThat(after(damage, sql, check, "update usage_leaf set leaf = '\\x7b7d' where idx = 600 and log = " + log))
                .isEqualTo(SelfCheck.Fault.ROOT);
        var other = NoteSigner.generate("x/1").verifier();
        var stranger = new SelfCheck(new CheckpointSql(sql), () -> List.of(other), clock, RandomGenerator.getDefault());
        stranger.run(log);
        assertThat(Objects.requireNonNull(stranger.last()).fault()).isEqualTo(SelfCheck.Fault.SIGNATURE);
    }

    private static SelfCheck.@Nullable Fault after(
            TransactionTemplate damage, JdbcClient sql, SelfCheck check, String statement) {
        String log = statement.substring(statement.lastIndexOf(' ') + 1);
        damage.executeWithoutResult(status -> {
            status.setRollbackOnly();
            assertThat(sql.sql(statement).update()).isPositive();
            check.run(Integer.parseInt(log));
        });
        return Objects.requireNonNull(check.last()).fault();
    }
}
