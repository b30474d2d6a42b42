package akashi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the program, or its database, at a random moment while officers ask, and starts it again: every answer that
 * reached an officer is on the log, no place was given twice, and nobody had to lend a hand. Three rounds; fifty with
 * {@code akashi.long}.
 */
class KillIT {
    private static final int OFFICERS = 8;
    private static final long SEED = Long.getLong("seed", 20261122L);

    @TempDir
    Path home;

    private final Queue<Long> answered = new ConcurrentLinkedQueue<>();

    @Test
    void everyAnswerThatReachedAnOfficerIsOnTheLog() throws Exception {
        var random = new Random(SEED);
        var rounds = Boolean.getBoolean("akashi.long") ? 50 : 3;
        var program = Program.in(home);
        try (program) {
            for (var round = 0; round < rounds; round++) {
                program.start();
                var database = round % 2 == 1;
                askUntilKilled(program, database, 500 + random.nextInt(2_500));
                if (database) {
                    program.kill();
                }
            }
            program.start();
            assertThat(answered).as("answers before the kills").hasSizeGreaterThan(rounds);
            assertThat(missing(program))
                    .as("answered, yet not on the log; seed %d", SEED)
                    .isEmpty();
            assertThat(answered).as("places given twice").doesNotHaveDuplicates();
            System.out.printf("kill rounds %d, answered uses %d, lost 0%n", rounds, answered.size());
        }
    }

    private void askUntilKilled(Program program, boolean database, int millis) throws Exception {
        var over = new AtomicBoolean();
        var first = new CountDownLatch(OFFICERS);
        List<Thread> officers = new ArrayList<>();
        for (var i = 0; i < OFFICERS; i++) {
            // one after the other: attempts side by side count as guesses and lock the account
            var officer = Officer.signIn(program);
            officers.add(Thread.ofVirtual().start(() -> ask(officer, over, first)));
        }
        first.await();
        LockSupport.parkNanos(millis * 1_000_000L);
        if (database) {
            var postmaster = ProcessHandle.of(program.databasePid()).orElseThrow();
            assertThat(postmaster.destroyForcibly()).isTrue();
            LockSupport.parkNanos(500_000_000L);
        } else {
            program.kill();
        }
        over.set(true);
        for (var officer : officers) {
            officer.join();
        }
    }

    private void ask(Officer signedIn, AtomicBoolean over, CountDownLatch first) {
        var counted = false;
        try (var officer = signedIn) {
            while (!over.get()) {
                var index = officer.ask(Tour.PLATE);
                if (index.isPresent()) {
                    answered.add(index.getAsLong());
                }
                if (!counted) {
                    first.countDown();
                    counted = true;
                }
            }
        } catch (IOException killed) {
            over.set(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!counted) {
                first.countDown();
            }
        }
    }

    private List<Long> missing(Program program) throws IOException, SQLException {
        try (var connection = DriverManager.getConnection(
                        program.databaseUrl(), "akashi_app", program.password("akashi_app"));
                var statement = connection.prepareStatement("""
                        select idx from unnest(?::bigint[]) as answer (idx)
                         where not exists (select from usage_leaf leaf where leaf.idx = answer.idx)
                        """)) {
            statement.setArray(1, connection.createArrayOf("bigint", answered.toArray()));
            try (var rows = statement.executeQuery()) {
                var missing = new ArrayList<Long>();
                while (rows.next()) {
                    missing.add(rows.getLong(1));
                }
                return missing;
            }
        }
    }
}
