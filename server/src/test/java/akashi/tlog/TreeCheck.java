package akashi.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.ledger.CanonicalJson;
import akashi.ledger.Checkpoint;
import akashi.ledger.Commitment;
import akashi.ledger.Frontier;
import akashi.ledger.Hash;
import akashi.ledger.Merkle;
import akashi.ledger.SignedNote;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * After each test, derives every ledger of the database again from its leaves alone and compares: no index missing,
 * time never going back, every full tile, every checkpoint's root, every private part against its commitment, every
 * recorded use integrated at most once. Register it with {@code @ExtendWith(TreeCheck.class)} on tests that write uses.
 */
public final class TreeCheck implements AfterEachCallback {
    @Override
    public void afterEach(ExtensionContext context) {
        check(SpringExtension.getApplicationContext(context).getBean(DataSource.class));
    }

    /** Checks every ledger in this database as it stands at one moment. */
    public static void check(DataSource source) {
        var snapshot = new TransactionTemplate(new JdbcTransactionManager(source));
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
        snapshot.executeWithoutResult(status -> check(JdbcClient.create(source)));
    }

    private static void check(JdbcClient jdbc) {
        List<Integer> logs = jdbc.sql("select log from usage_log order by log")
                .query((row, n) -> row.getInt("log"))
                .list();
        for (int log : logs) {
            new OneLog(jdbc, log).check();
        }
        long doubled = jdbc.sql("""
                select count(*) - count(distinct (log, idx)) as doubled from usage_integrated
                """).query((row, n) -> row.getLong("doubled")).single();
        assertThat(doubled).as("recorded uses that share an entry").isZero();
    }

    private static final class OneLog {
        private final JdbcClient jdbc;
        private final int log;
        private final Frontier tree = new Frontier();
        private final Map<Integer, Frontier> tiles = new HashMap<>();
        private final Map<Long, Hash> roots = new HashMap<>();
        private Instant last = Instant.MIN;

        OneLog(JdbcClient jdbc, int log) {
            this.jdbc = jdbc;
            this.log = log;
        }

        void check() {
            jdbc.sql("""
                    select l.idx, l.at, l.leaf, p.salt, p.body
                      from usage_leaf l
                      left join usage_private p on p.month = l.private_month and p.id = l.private_id
                     where l.log = :log order by l.idx
                    """)
                    .param("log", log)
                    .query((row, n) -> {
                        assertThat(row.getLong("idx")).isEqualTo(tree.size());
                        leaf(row.getBytes("leaf"), LedgerSql.instant(row, "at"));
                        if (row.getBytes("salt") != null) {
                            secret(row.getBytes("leaf"), row.getBytes("salt"), row.getBytes("body"));
                        }
                        return 1;
                    })
                    .list();
            checkpoints();
            long stored = jdbc.sql("select count(*) as n from usage_tile where log = :log and level = 0")
                    .param("log", log)
                    .query((row, n) -> row.getLong("n"))
                    .single();
            assertThat(stored).as("full tiles of ledger " + log).isEqualTo(tree.size() / 256);
        }

        private void leaf(byte[] leaf, Instant at) {
            assertThat(at).as("time of entry " + tree.size()).isAfterOrEqualTo(last);
            last = at;
            assertThat(CanonicalJson.canonicalise(leaf))
                    .as("entry is canonical")
                    .isEqualTo(leaf);
            assertThat(CanonicalJson.parse(leaf)).asString().contains(LeafTime.text(at));
            Hash hash = Merkle.leafHash(leaf);
            tree.append(hash);
            roots.put(tree.size(), tree.root());
            tile(0, hash, tree.size());
        }

        private void tile(int level, Hash hash, long count) {
            var tile = tiles.computeIfAbsent(level, _ -> new Frontier());
            tile.append(hash);
            byte[] stored = tile.size() == 256 || count % 256 == 1
                    ? new CheckpointSql(jdbc)
                            .tile(log, level, (count - 1) / 256)
                            .orElse(null)
                    : null;
            if (tile.size() == 256) {
                assertThat(stored).as("tile " + level + "/" + (count - 1) / 256).isNotNull();
                assertThat(rootOf(java.util.Objects.requireNonNull(stored))).isEqualTo(tile.root());
                tiles.remove(level);
                tile(level + 1, tile.root(), count / 256);
            }
        }

        private static Hash rootOf(byte[] tile) {
            var frontier = new Frontier();
            for (int n = 0; n < 256; n++) {
                frontier.append(Hash.at(tile, n * Hash.LENGTH));
            }
            return frontier.root();
        }

        private static void secret(byte[] leaf, byte[] salt, byte[] body) {
            assertThat(CanonicalJson.parse(leaf))
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                    .containsEntry("private", Commitment.of(salt, body).toBase64());
        }

        private void checkpoints() {
            jdbc.sql("select size, note from usage_checkpoint where log = :log")
                    .param("log", log)
                    .query((row, n) -> {
                        var checkpoint = Checkpoint.parse(
                                SignedNote.parse(row.getString("note")).text());
                        assertThat(checkpoint.size()).isEqualTo(row.getLong("size"));
                        assertThat(roots)
                                .as("root of ledger " + log)
                                .containsEntry(checkpoint.size(), checkpoint.root());
                        return 1;
                    })
                    .list();
        }
    }
}
