package akashi;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.tlog.TreeCheck;
import akashi.usage.Actor;
import akashi.usage.Proved;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Two whole programs on one database, as the nodes of a site. */
@WholeTest
@ExtendWith(TreeCheck.class)
class NodesTest {
    private static final int EACH = 200;

    private final UsageLog here;

    NodesTest(UsageLog here) {
        this.here = here;
    }

    @Test
    void twoProgramsOnOneDatabaseWriteTwoLogsSideBySide() throws Exception {
        var name = "second-" + UUID.randomUUID();
        try (var second = new SpringApplicationBuilder(Akashi.class)
                .run(
                        "--spring.datasource.url=" + TestDatabase.url("akashi_app"),
                        "--spring.datasource.username=akashi_app",
                        "--spring.datasource.hikari.maximum-pool-size=5",
                        "--akashi.usage.origin=akashi.test",
                        "--akashi.usage.node=" + name,
                        "--akashi.usage.adopt-after=1h",
                        "--akashi.usage.key-file=" + TestLedger.key(name),
                        "--akashi.terminal.source=chosen",
                        "--server.port=0")) {
            var there = second.getBean(UsageLog.class);
            var before = here.state();
            Future<?> one;
            Future<?> two;
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                one = threads.submit(() -> use(here));
                two = threads.submit(() -> use(there));
            }
            one.get();
            two.get();

            assertThat(there.state().origin()).isNotEqualTo(before.origin());
            assertThat(here.state().size()).isEqualTo(before.size() + EACH);
            assertThat(there.state().size()).isGreaterThanOrEqualTo(EACH);
        }
    }

    private static void use(UsageLog log) {
        IntStream.range(0, EACH).forEach(n -> {
            Proved _ = log.seal(Use.of("LEDGER", Actor.system("nodes")));
        });
    }
}
