package akashi.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akashi.tlog.FaultyDatabase.Fault;
import akashi.usage.LedgerUnavailable;
import akashi.usage.Proved;
import akashi.usage.TestUses;
import akashi.usage.UseId;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every step of storing a batch fails once in either way; nothing answered may be missing, nothing be there twice. */
class SequencerFaultTest extends Faulty {
    @ParameterizedTest
    @EnumSource(Fault.class)
    void noStepThatFailsLosesOrDoublesAnEntry(Fault fault) throws Exception {
        var hit = new ArrayList<Boolean>();
        try (var node = TestNode.start(name, clock)) {
            fill(node, 250);
            for (int step = 1; step <= 12; step++) {
                node.database().fail(step, fault);
                List<Optional<Proved>> answered = ask(node, 3);
                var change = change(node);
                Proved integrated = eventually(node, change);
                hit.add(node.database().hit());
                node.database().heal();

                Proved after = node.release("400001");
                answered.forEach(answer ->
                        answer.ifPresent(proved -> assertThat(stored(proved)).isTrue()));
                assertThat(node.log().proved(change)).isEqualTo(integrated);
                assertThat(integrated.index()).isNotEqualTo(after.index());
            }
        }
        assertThat(hit.subList(0, 4))
                .as("one statement of a plain batch; entries, places and commit of a change")
                .containsOnly(true);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void noStepOfAChangeLeavesOneWithoutTheOther(Fault fault) {
        int steps = 0;
        try (var node = TestNode.start(name, clock)) {
            boolean hit = true;
            while (hit) {
                node.changes().fail(++steps, fault);
                UUID id = attempted(node);
                hit = node.changes().hit();
                node.changes().heal();
                if (committed(id)) {
                    assertThat(stored(eventually(node, new UseId(id)))).isTrue();
                } else {
                    assertThat(node.release("400020").index()).isNotNegative();
                    assertThat(LedgerSql.on(node.healthy()).integrated(id)).isEmpty();
                }
            }
        }
        assertThat(steps).as("steps of a change, one more than there are").isGreaterThan(3);
    }

    @Test
    void databaseAwayFailsClosedAndRecoversByItself() {
        try (var node = TestNode.start(name, clock)) {
            Proved before = node.release("400005");
            node.database().down(true);
            Instant asked = clock.instant();
            assertThatThrownBy(() -> node.release("400005")).isInstanceOf(LedgerUnavailable.class);
            assertThatThrownBy(() -> node.release("400005")).isInstanceOf(LedgerUnavailable.class);
            assertThat(Duration.between(asked, clock.instant())).isLessThan(Duration.ofSeconds(10));
            assertThat(node.log().state().writing()).isFalse();
            assertThat(new LedgerHealth(node.node(), clock).health().getStatus().getCode())
                    .isEqualTo("DOWN");

            node.database().down(false);

            assertThat(node.release("400005").index()).isEqualTo(before.index() + 1);
            assertThat(node.log().state().writing()).isTrue();
            assertThat(new LedgerHealth(node.node(), clock).health().getStatus().getCode())
                    .isEqualTo("UP");
        }
    }

    /** Makes a change whose outcome is the database's secret. */
    private static UUID attempted(TestNode node) {
        var made = new UUID[1];
        try {
            node.transaction()
                    .executeWithoutResult(status -> made[0] = node.log()
                            .record(TestUses.inquiry(TestUses.officer("400020")))
                            .value());
        } catch (RuntimeException e) {
            assertThat(e).hasRootCauseInstanceOf(SQLException.class);
        }
        return made[0] == null ? new UUID(0, 0) : made[0];
    }

    private static boolean committed(UUID id) {
        return !JdbcClient.create(owner())
                .sql("select id from usage_pending where id = :id")
                .param("id", id)
                .query((row, n) -> 1)
                .list()
                .isEmpty();
    }

    private static void fill(TestNode node, int entries) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, entries).forEach(n -> {
                var _ = threads.submit(() -> node.release("400000"));
            });
        }
    }

    private static List<Optional<Proved>> ask(TestNode node, int callers) throws Exception {
        List<Future<Optional<Proved>>> asked = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < callers; n++) {
                asked.add(threads.submit(() -> {
                    try {
                        return Optional.of(node.release("400002"));
                    } catch (LedgerUnavailable e) {
                        return Optional.empty();
                    }
                }));
            }
        }
        var answers = new ArrayList<Optional<Proved>>();
        for (var one : asked) {
            answers.add(one.get());
        }
        return answers;
    }
}
