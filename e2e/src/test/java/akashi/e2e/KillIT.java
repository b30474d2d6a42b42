package akashi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the program, its database, or one process that serves it, at a random moment while officers ask, and starts it
 * again: every answer that reached an officer, whole or in part, is on the log, no place was given twice, the tree
 * verifies, and nobody had to lend a hand. Three rounds; fifty with {@code akashi.long}, which go on where a stopped
 * run was and leave their figures in {@code var/long/figures.md}.
 */
class KillIT {
    private static final int OFFICERS = 8;
    private static final int LONG = Integer.getInteger("akashi.rounds", 50);
    private static final long SEED = Long.getLong("seed", 20261122L);

    @TempDir
    Path temporary;

    /** What is killed in a round. */
    private enum Victim {
        PROGRAM,
        DATABASE,
        SERVING
    }

    @Test
    void everyAnswerThatReachedAnOfficerIsOnTheLog() throws Exception {
        var lasting = Boolean.getBoolean("akashi.long");
        var wanted = lasting ? LONG : Victim.values().length;
        var commit = commit();
        var rounds = Rounds.in(lasting ? Packaged.top().resolve("var/long/kill") : temporary.resolve("kill"), commit);
        try (var program = Program.in(rounds.home())) {
            while (rounds.done() < wanted) {
                rounds.finish(round(program, rounds));
                if (lasting) {
                    System.out.printf(
                            "kill round %d of %d, %d answers%n",
                            rounds.done(), wanted, rounds.answered().size());
                }
            }
            program.start();
            var figures = figures(program, rounds, commit);
            System.out.println(figures);
            if (lasting) {
                Files.writeString(Packaged.top().resolve("var/long/figures.md"), figures, StandardCharsets.UTF_8);
            }
        }
        rounds.clear();
    }

    private static List<Long> round(Program program, Rounds rounds) throws Exception {
        var random = new Random(SEED + rounds.done());
        program.start();
        rounds.begin(program.pid());
        try (var duty = Duty.of(program, OFFICERS)) {
            LockSupport.parkNanos((200 + random.nextInt(2_500)) * 1_000_000L); // the random moment
            switch (Victim.values()[rounds.done() % Victim.values().length]) {
                case PROGRAM -> {}
                case DATABASE -> {
                    program.database().kill();
                    duty.awaitRefusals(OFFICERS);
                }
                case SERVING -> {
                    program.database().killOneServing();
                    duty.awaitAnswers(OFFICERS);
                }
            }
            program.kill();
            duty.end();
            assertThat(duty.unexpected())
                    .as("seed %d, round %d", SEED, rounds.done())
                    .isEmpty();
            assertThat(duty.answered()).as("answers before the kill").isNotEmpty();
            return duty.answered();
        }
    }

    private static String figures(Program program, Rounds rounds, String commit) throws IOException, SQLException {
        var answered = rounds.answered();
        try (var connection = program.onlooker()) {
            var tree = new Tree(connection);
            var missing = tree.missing(answered);
            var twice = answered.size() - new HashSet<>(answered).size();
            var size = tree.verify();
            assertThat(missing)
                    .as("answered, yet not on the log; seed %d", SEED)
                    .isEmpty();
            assertThat(twice).as("places given twice").isZero();
            return """
                    # Kill rounds

                    | what | figure |
                    |---|---|
                    | run | %s, commit %s, seed %d |
                    | rounds | %d: program, database and one serving process killed in turn, %d officers asking |
                    | answered uses | %,d |
                    | of them not on the log | %d |
                    | places given twice | %d |
                    | tree | %,d entries derived again, every signed checkpoint over them |
                    """.formatted(
                            OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES),
                            commit,
                            SEED,
                            rounds.done(),
                            OFFICERS,
                            answered.size(),
                            missing.size(),
                            twice,
                            size);
        }
    }

    /** What is under test: the commit, and whether anything was changed since. */
    private static String commit() throws IOException, InterruptedException {
        var asked = new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=12")
                .directory(Packaged.top().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return asked.waitFor() == 0 && !said.isEmpty() ? said : "unknown";
    }
}
