package akashi.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akashi.TestDatabase;
import akashi.TestLedger;
import akashi.ledger.NoteVerifier;
import akashi.ledger.Receipt;
import akashi.ledger.Verdict;
import akashi.usage.Proved;
import akashi.usage.TestUses;
import akashi.usage.Use;
import akashi.usage.UseId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.UncategorizedSQLException;

class LedgerSqlTest {
    private final Clock clock = Clock.systemUTC();
    private final String name = "sql-" + UUID.randomUUID();

    private static PGSimpleDataSource application() {
        var source = new PGSimpleDataSource();
        source.setUrl(TestDatabase.url("akashi_app"));
        return source;
    }

    @Test
    void partitionsAreMadeAheadByTheOwnersFunction() {
        var sql = LedgerSql.on(application());
        long far = 100L << 23;
        var month = LocalDate.of(2060, 1, 1);

        sql.ahead(far, 3, month, 5);
        sql.ahead(far, 3, month, 5);

        assertThat(sql.partitionsLeft(far, month)).isEqualTo(new LedgerSql.Left(3, 5));
        assertThat(sql.partitionsLeft(far + (3L << 23), LocalDate.of(2060, 6, 1)))
                .isEqualTo(new LedgerSql.Left(0, 0));
        assertThatThrownBy(() -> sql.ahead(-1, 1, month, 1)).isInstanceOf(UncategorizedSQLException.class);
        assertThatThrownBy(() -> sql.ahead(0, 1, month, 100_000)).isInstanceOf(UncategorizedSQLException.class);
    }

    @Test
    void leaseStaysWithItsHolderUntilItIsLeft() {
        var sql = LedgerSql.on(application());
        int log = sql.log("akashi.test/" + name);
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();

        assertThat(sql.takeLease(log, first, 60)).isTrue();
        assertThat(sql.takeLease(log, first, 60)).isTrue();
        assertThat(sql.takeLease(log, second, 60)).isFalse();
        sql.leaveLease(log, second);
        assertThat(sql.takeLease(log, second, 60)).isFalse();
        sql.leaveLease(log, first);
        assertThat(sql.takeLease(log, second, 60)).isTrue();
        assertThat(sql.log("akashi.test/" + name)).isEqualTo(log);
    }

    @Test
    void restartedLedgerGoesOnFromItsTilesAndProvesOldEntries() {
        var key = TestLedger.key(name);
        Proved old;
        try (var node = TestNode.start(name, key, clock, Duration.ofSeconds(5))) {
            old = node.release("700001");
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int n = 0; n < 700; n++) {
                    var _ = threads.submit(() -> node.release("700002"));
                }
            }
        }
        try (var node = TestNode.start(name, key, clock, Duration.ofSeconds(5))) {
            assertThat(node.release("700001").index()).isEqualTo(701);
            String file = node.receipt(old, "700001");
            assertThat(Receipt.parse(file.getBytes(StandardCharsets.UTF_8))
                            .verify(NoteVerifier.parse(node.log().verifierKey())))
                    .isInstanceOf(Verdict.Verified.class);
        }
        TreeCheck.check(application());
    }

    @Test
    void changeLeftBehindByAnotherProgramIsSweptUp() {
        try (var node = TestNode.start(name, clock)) {
            Proved first = node.release("700003");
            var use = TestUses.inquiry(TestUses.officer("700003"));
            var draft = node.node().draft(TestUses.recorded(use, clock.instant()));
            var sql = LedgerSql.on(node.changes());
            node.transaction().executeWithoutResult(status -> {
                sql.pending(first.log(), clock.instant(), draft);
                sql.secrets(java.util.List.of(draft));
            });

            node.node().sequencer().sweep();
            while (sql.integrated(draft.id()).isEmpty()) {
                Proved _ = node.release("700003");
            }

            assertThat(node.log().proved(new UseId(draft.id())).log()).isEqualTo(first.log());
        }
    }

    @Test
    void countsThatWaitAreSealedWhenTheNodeStops() {
        long before;
        var key = TestLedger.key(name);
        try (var node = TestNode.start(name, key, clock, Duration.ofSeconds(5))) {
            var use = Use.of("SIGN_IN_FAILED", TestUses.officer("700004"));
            for (int n = 0; n < 5; n++) {
                node.log().sealLimited(use, "here", Duration.ofHours(1));
            }
            before = node.log().state().size();
        }
        try (var node = TestNode.start(name, key, clock, Duration.ofSeconds(5))) {
            assertThat(node.release("700004").index()).isEqualTo(before + 1);
        }
    }
}
