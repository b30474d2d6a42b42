package akashi.usage;

import static akashi.usage.TestUses.inquiry;
import static akashi.usage.TestUses.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akashi.ModuleTest;
import akashi.tlog.TreeCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
@ExtendWith(TreeCheck.class)
class UsageLogTest {
    private final UsageLog log;
    private final TransactionTemplate transaction;

    UsageLogTest(UsageLog log, PlatformTransactionManager transactions) {
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void answerOpensWithItsPlaceOnTheLedger() {
        var released = log.release(inquiry(officer("100001")), Withheld.of("該当あり", Disclosure.nothing()));

        assertThat(released.value()).isEqualTo("該当あり");
        assertThat(log.state().size()).isGreaterThan(released.proved().index());
        assertThat(released.proved().origin()).isEqualTo(log.state().origin());
    }

    @Test
    void releaseRefusesToRunInATransaction() {
        var withheld = Withheld.of("x", Disclosure.nothing());
        transaction.executeWithoutResult(status -> assertThatThrownBy(
                        () -> log.release(inquiry(officer("100006")), withheld))
                .isInstanceOf(IllegalStateException.class));
    }

    @Test
    void recordNeedsATransaction() {
        assertThatThrownBy(() -> log.record(inquiry(officer("100007"))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void recordedUseGetsItsEntryAfterTheCommit() {
        UseId id = transaction.execute(status -> log.record(inquiry(officer("100008"))));

        Proved proved = log.proved(id);

        assertThat(log.proved(id)).isEqualTo(proved);
    }

    @Test
    void rolledBackChangeLeavesNoEntry() {
        var ids = new ArrayList<UseId>();
        transaction.executeWithoutResult(status -> {
            ids.add(log.record(inquiry(officer("100009"))));
            status.setRollbackOnly();
        });

        assertThatThrownBy(() -> log.proved(ids.getFirst())).isInstanceOf(LedgerUnavailable.class);
    }

    @Test
    void manyWritersShareCommitsAndNoIndex() throws Exception {
        List<Future<List<Long>>> writers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 32; n++) {
                var actor = officer("2000" + n);
                boolean changes = n % 4 == 0;
                writers.add(threads.submit(() -> IntStream.range(0, 40)
                        .mapToObj(round -> changes ? recorded(actor) : released(actor))
                        .toList()));
            }
        }
        List<Long> indices = new ArrayList<>();
        for (var writer : writers) {
            List<Long> own = writer.get();
            assertThat(own).isSorted();
            indices.addAll(own);
        }
        assertThat(indices).hasSize(32 * 40).doesNotHaveDuplicates();
        long first = Collections.min(indices);
        assertThat(Collections.max(indices) - first).isEqualTo(indices.size() - 1);
    }

    private Long released(Actor actor) {
        return log.release(inquiry(actor), Withheld.of("x", Disclosure.nothing()))
                .proved()
                .index();
    }

    private Long recorded(Actor actor) {
        UseId id = transaction.execute(status -> log.record(inquiry(actor)));
        return log.proved(id).index();
    }

    @Test
    void entryTooLongForALedgerIsRefusedBeforeAnythingIsShown() {
        var use = inquiry(officer("100010"));
        for (int n = 0; n < 40; n++) {
            use = use.stating("fact" + n, "あ".repeat(1000));
        }
        var tooLong = use;
        long before = log.state().size();

        assertThatThrownBy(() -> log.release(tooLong, Withheld.of("x", Disclosure.nothing())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("65535");
        assertThat(log.state().size()).isEqualTo(before);
    }

    @Test
    void repeatedFailuresOfOneSourceCostOneEntryAtOnce() {
        long before = log.state().size();
        for (int n = 0; n < 50; n++) {
            log.sealLimited(Use.of("SIGN_IN_FAILED", officer("100012")), "10.0.0.1/100012", Duration.ofMinutes(10));
        }

        assertThat(log.state().size()).isEqualTo(before + 1);
    }
}
