package akashi.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akashi.TestLedger;
import akashi.ledger.Frontier;
import akashi.ledger.Hash;
import akashi.ledger.Merkle;
import akashi.ledger.NoteVerifier;
import akashi.ledger.Receipt;
import akashi.ledger.Verdict;
import akashi.tlog.FaultyDatabase.Fault;
import akashi.usage.LedgerUnavailable;
import akashi.usage.Proved;
import akashi.usage.UseId;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several programs on one database: each has its own ledger, and what a gone one left is taken up by another. */
class LedgerNodesTest extends Faulty {
    @Test
    void changeCommittedBeforeACrashGetsItsEntryAtTheNextStart() {
        var key = TestLedger.key(name);
        UseId change;
        try (var node = TestNode.start(name, key, clock, Duration.ofSeconds(1))) {
            Proved _ = node.release("400006");
            node.database().down(true);
            change = change(node);
        }
        try (var node = TestNode.start(name, key, clock, Duration.ofSeconds(1))) {
            Proved proved = eventually(node, change);

            assertThat(stored(proved)).isTrue();
            assertThat(leaf(proved)).containsKey("recorded");
        }
    }

    @Test
    void orphanedLedgerIsAdoptedWhenItsLeaseExpires() {
        var key = TestLedger.key(name);
        var lost = TestNode.start(name, key, clock, Duration.ofSeconds(1));
        Proved last = lost.release("400007");
        lost.database().down(true);
        try (var adopter = TestNode.start(name, key, clock, Duration.ofSeconds(1))) {
            assertThat(adopter.release("400008"))
                    .satisfies(next -> assertThat(next.log()).isEqualTo(last.log()))
                    .satisfies(next -> assertThat(next.index()).isEqualTo(last.index() + 1));
        } finally {
            lost.close();
        }
    }

    @Test
    void usesThatAGoneNodeRecordedReachTheLedgerOfAnother() throws Exception {
        var key = TestLedger.key(name + "-gone");
        UseId change;
        Proved last;
        try (var gone = TestNode.start(name + "-gone", key, clock, Duration.ofSeconds(1))) {
            last = gone.release("400021");
            gone.database().down(true);
            change = change(gone);
            assertThatThrownBy(() -> gone.log().proved(change)).isInstanceOf(LedgerUnavailable.class);
        }
        try (var adopter = TestNode.start(name + "-adopter", clock)) {
            Proved own = adopter.release("400022");
            while (LedgerSql.on(adopter.healthy()).integrated(change.value()).isEmpty()) {
                adopter.node().adoption().run();
            }
            Proved adopted = adopter.log().proved(change);
            assertThat(adopted.log()).isEqualTo(own.log());
            assertThat(leaf(adopted)).containsKey("recorded");

            long size = adopter.log().state().size();
            var statement = IntStream.range(0, (int) size)
                    .mapToObj(index -> leaf(new Proved(own.log(), own.origin(), index, own.at())))
                    .filter(leaf -> "LOG_ADOPT".equals(leaf.get("act"))
                            && String.valueOf(leaf.get("facts")).contains(name + "-gone"))
                    .toList();
            assertThat(statement).singleElement().asString().contains("uses=1", "size=" + (last.index() + 1));

            adopter.node().adoption().run();
            assertThat(adopter.log().state().size())
                    .as("nothing is adopted twice")
                    .isEqualTo(size);
            try (var back = TestNode.start(name + "-gone", key, clock, Duration.ofSeconds(1))) {
                assertThat(back.log().proved(change)).isEqualTo(adopted);
                assertThat(back.release("400021").index()).isEqualTo(last.index() + 1);
            }
        }
    }

    @Test
    void entryThatAGoneNodeNoLongerSignedIsHeldByAnotherLedgerAndHasAReceiptOnceTheNodeIsBack() throws Exception {
        var key = TestLedger.key(name + "-gone");
        Proved last;
        try (var gone = TestNode.start(name + "-gone", key, clock, Duration.ofSeconds(1))) {
            last = gone.release("400031");
        }
        // as if it had stopped between the entry and its signature
        JdbcClient.create(owner())
                .sql("delete from usage_checkpoint where log = :log")
                .param("log", last.log())
                .update();
        try (var adopter = TestNode.start(name + "-adopter", clock)) {
            Proved own = adopter.release("400032");
            Map<?, ?> statement = Map.of();
            while (statement.isEmpty()) {
                adopter.node().adoption().run();
                statement = adoption(own, adopter.log().state().size(), last.origin());
            }
            assertThat(statement.get("size")).isEqualTo(Long.toString(last.index() + 1));
            assertThat(statement.get("root")).isEqualTo(root(last).toBase64());
            assertThatThrownBy(() -> adopter.receipt(last, "400031"))
                    .isInstanceOfSatisfying(
                            LedgerUnavailable.class,
                            unsigned -> assertThat(unsigned.kind()).isEqualTo("unsigned"));

            try (var back = TestNode.start(name + "-gone", key, clock, Duration.ofSeconds(1))) {
                Proved _ = back.release("400031");
                assertThat(back.node().checkpointer().await(last.index() + 1, Duration.ofSeconds(20)))
                        .isTrue();
                var receipt = Receipt.parse(adopter.receipt(last, "400031").getBytes(StandardCharsets.UTF_8));
                assertThat(receipt.verify(NoteVerifier.parse(back.log().verifierKey())))
                        .isInstanceOf(Verdict.Verified.class);
            }
        }
    }

    @Test
    void adoptionThatFailsIsMadeUpForByTheNext() throws Exception {
        UseId change;
        try (var gone = TestNode.start(name + "-gone", TestLedger.key(name + "-gone"), clock, Duration.ofSeconds(1))) {
            Proved _ = gone.release("400023");
            gone.database().down(true);
            change = change(gone);
        }
        try (var adopter = TestNode.start(name + "-adopter", clock)) {
            Proved _ = adopter.release("400024");
            int step = 1;
            while (LedgerSql.on(adopter.healthy()).integrated(change.value()).isEmpty()) {
                adopter.database().fail(step++, Fault.FAILED);
                try {
                    adopter.node().adoption().run();
                } catch (RuntimeException e) {
                    assertThat(e).hasRootCauseInstanceOf(SQLException.class);
                }
                adopter.database().heal();
            }
            assertThat(step).as("steps that failed").isGreaterThan(4);
            assertThat(stored(eventually(adopter, change))).isTrue();
        }
    }

    @Test
    void nodeThatIsHeldUpHoldsUpNoOther() throws Exception {
        try (var held = TestNode.start(name + "-held", clock);
                var other = TestNode.start(name + "-other", clock);
                var connection = owner().getConnection();
                var statement = connection.createStatement()) {
            Proved last = held.release("400025");
            connection.setAutoCommit(false);
            // somebody sits on the place that comes next on the one ledger
            statement.execute(
                    "insert into usage_leaf select log, idx + 1, at, private_id, private_month, operator, unit,"
                            + " act, operation, leaf from usage_leaf where log = " + last.log() + " and idx = "
                            + last.index());

            assertThatThrownBy(() -> held.release("400025")).isInstanceOf(LedgerUnavailable.class);
            for (int n = 0; n < 20; n++) {
                assertThat(other.release("400026").index()).isEqualTo(n);
            }

            connection.rollback();
            assertThat(held.release("400025").index()).isGreaterThan(last.index());
        }
    }

    @Test
    void programThatLostItsLeaseIsStoppedByTheFence() {
        var key = TestLedger.key(name);
        try (var first = TestNode.start(name, key, clock, Duration.ofSeconds(8))) {
            Proved last = first.release("400009");
            // it cannot renew its lease meanwhile, and does not know yet
            first.database().down(true);
            JdbcClient.create(owner())
                    .sql("update usage_lease set until = '-infinity' where log = :log")
                    .param("log", last.log())
                    .update();
            try (var second = TestNode.start(name, key, clock, Duration.ofSeconds(8))) {
                assertThat(second.release("400010").index()).isEqualTo(last.index() + 1);
                first.database().down(false);

                assertThatThrownBy(() -> first.release("400009")).isInstanceOf(LedgerUnavailable.class);

                assertThat(second.release("400010").index()).isEqualTo(last.index() + 2);
            }
        }
    }

    @Test
    void twoNodesWriteTwoLedgersSideBySide() {
        try (var one = TestNode.start(name + "-1", clock);
                var two = TestNode.start(name + "-2", clock)) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int n = 0; n < 100; n++) {
                    var _ = threads.submit(() -> one.release("400011"));
                    var _ = threads.submit(() -> two.release("400012"));
                }
            }
            assertThat(one.release("400011").index()).isEqualTo(100);
            assertThat(two.release("400012").index()).isEqualTo(100);
            assertThat(one.release("400011").log())
                    .isNotEqualTo(two.release("400012").log());
        }
    }

    /** The facts of the entry about the adoption of a ledger; empty while there is none. */
    private static Map<?, ?> adoption(Proved own, long size, String adopted) {
        return IntStream.range(0, (int) size)
                .mapToObj(index -> leaf(new Proved(own.log(), own.origin(), index, own.at())))
                .filter(leaf -> "LOG_ADOPT".equals(leaf.get("act")))
                .map(leaf -> (Map<?, ?>) Objects.requireNonNull(leaf.get("facts")))
                .filter(facts -> adopted.equals(facts.get("origin")))
                .findFirst()
                .orElse(Map.of());
    }

    private static Hash root(Proved last) {
        var tree = new Frontier();
        CheckpointSql.on(owner())
                .leaves(last.log(), 0, (int) last.index() + 1)
                .forEach(leaf -> tree.append(Merkle.leafHash(leaf)));
        return tree.root();
    }
}
