package akashi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What goes wrong under a running program: its database stops, or has no room left. Nobody is answered without an
 * entry, everybody is told so soon and clearly, and once the fault is gone the program answers again by itself.
 */
class FaultsIT {
    private static final int OFFICERS = 8;
    private static final String READER = "990003";
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(5);

    /** Shared by the tests that leave it as it was; the first one makes the samples. */
    @TempDir
    static Path home;

    @Test
    void aDatabaseThatStopsUnderLoadIsToldOfWithinFiveSecondsAndComesBackByItself() throws Exception {
        try (var program = Program.in(home)) {
            program.start();
            var database = program.database();
            try (var duty = Duty.of(program, OFFICERS);
                    var reader = new Pages(program).signIn(READER)) {
                duty.awaitAnswers(5 * OFFICERS);
                database.stop();
                duty.awaitRefusals(OFFICERS);
                var shown = duty.answered().size();
                duty.awaitRefusals(3 * OFFICERS);
                noOneSignsIn(program);
                toldOnThePage(reader);
                assertThat(duty.answered())
                        .as("shown while nothing can be recorded")
                        .hasSize(shown);
                assertThat(program.health()).as("health").isEqualTo(503);
                database.start();
                duty.awaitAnswers(5 * OFFICERS);
                Database.await("The program did not become healthy again", () -> program.health() == 200);
                duty.end();
                soundAfter(program, duty);
            }
        }
    }

    @Test
    void aDatabaseThatFallsSilentWithItsConnectionsOpenIsToldOfWithinFiveSeconds() throws Exception {
        try (var program = Program.in(home)) {
            program.start();
            var database = program.database();
            try (var duty = Duty.of(program, OFFICERS);
                    var reader = new Pages(program).signIn(READER)) {
                duty.awaitAnswers(5 * OFFICERS);
                database.freeze();
                try {
                    duty.awaitRefusals(OFFICERS);
                    var shown = duty.answered().size();
                    duty.awaitRefusals(2 * OFFICERS);
                    noOneSignsIn(program);
                    toldOnThePage(reader);
                    assertThat(program.health()).as("health").isEqualTo(503);
                    assertThat(duty.answered())
                            .as("shown while nothing can be recorded")
                            .hasSize(shown);
                } finally {
                    database.thaw();
                }
                duty.awaitAnswers(5 * OFFICERS);
                Database.await("The program did not become healthy again", () -> program.health() == 200);
                duty.end();
                soundAfter(program, duty);
            }
        }
    }

    @Test
    void aSubmitThatComesAgainAfterARestartIsANewUseThatNamesTheFirst() throws Exception {
        try (var program = Program.in(home)) {
            program.start();
            String first;
            try (var officer = Officer.signIn(program)) {
                first = officer.ask(Tour.PLATE, "submit-1").json().get("number").asString();
                assertThat(officer.ask(Tour.PLATE, "submit-1")
                                .json()
                                .get("number")
                                .asString())
                        .as("the same answer, not searched again")
                        .isEqualTo(first);
                program.kill();
                program.start();
                assertThat(officer.ask(Tour.PLATE, "submit-1").status())
                        .as("the session ended with the program")
                        .isEqualTo(401);
            }
            try (var officer = Officer.signIn(program)) {
                var closed = officer.content(first);
                assertThat(closed.status()).isEqualTo(404);
                assertThat(closed.json().get("detail").asString()).contains("照会");
                var again = officer.ask(Tour.PLATE, "submit-1").json();
                assertThat(again.get("number").asString()).isNotEqualTo(first);
                assertThat(again.get("repeats").asString()).isEqualTo(first);
                assertThat(officer.ask(Tour.PLATE, "submit-1").json().get("number"))
                        .isEqualTo(again.get("number"));
            }
        }
    }

    @Test
    void aFullDiskShowsNothingAndIsOverOnceThereIsRoom() throws Exception {
        var small = home.resolve("small");
        var data = small.resolve("var/demo/data");
        assumeTrue(mounts(data), "SKIPPED: a full disk is made with a small tmpfs, which only root may mount");
        try (var program = Program.in(small)) {
            program.start();
            var database = program.database();
            try (var duty = Duty.of(program, OFFICERS)) {
                duty.awaitAnswers(5 * OFFICERS);
                var ballast = data.resolve("ballast");
                fill(ballast);
                duty.awaitRefusals(5 * OFFICERS);
                Files.delete(ballast);
                if (!database.runs()) {
                    // PostgreSQL gives up when it cannot write its own log; a site's service manager starts it again
                    database.start();
                }
                duty.awaitAnswers(5 * OFFICERS);
                duty.end();
                soundAfter(program, duty);
            }
        } finally {
            var _ = run("umount", "-l", data.toString());
        }
    }

    private static void noOneSignsIn(Program program) throws IOException, InterruptedException {
        try (var stranger = Officer.notYet(program)) {
            var reply = stranger.send("/api/v1/session", Officer.credentials(Tour.OFFICER));
            toldClearly(reply);
            assertThat(reply.took()).isLessThan(TOLD_WITHIN);
        }
    }

    /** The page asks for itself again, and does not claim that this was recorded. */
    private static void toldOnThePage(Pages reader) throws IOException, InterruptedException {
        var page = reader.open("/?kind=person");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("href=\"/?kind=person\">もう一度ためす").doesNotContain("この利用は記録され");
    }

    /** Says in plain words that nothing was answered and what to do, and nothing of the inside. */
    private static void toldClearly(Officer.Reply reply) {
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.json().get("type").asString()).isEqualTo("urn:akashi:problem:unavailable");
        assertThat(reply.json().get("detail").asString()).contains("記録に残らない回答はしません", "もう一度");
        assertThat(reply.json().get("reference").asString()).isNotBlank();
        assertThat(reply.text()).doesNotContain("SQL", "Exception", "postgres", "akashi_app");
    }

    private static void soundAfter(Program program, Duty duty) throws Exception {
        assertThat(duty.unexpected()).isEmpty();
        toldClearly(duty.lastRefusal());
        assertThat(duty.slowestRefusal())
                .as("the slowest refusal of %d", duty.refused())
                .isLessThan(TOLD_WITHIN);
        assertThat(new HashSet<>(duty.answered())).as("places given twice").hasSameSizeAs(duty.answered());
        try (var connection = program.onlooker()) {
            var tree = new Tree(connection);
            assertThat(tree.missing(duty.answered()))
                    .as("answered, yet not on the log")
                    .isEmpty();
            assertThat(tree.verify()).isGreaterThanOrEqualTo(duty.answered().size());
        }
        System.out.printf(
                "answered uses %d, refusals %d, the slowest after %d ms%n",
                duty.answered().size(), duty.refused(), duty.slowestRefusal().toMillis());
    }

    private static boolean mounts(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        return run("mount", "-t", "tmpfs", "-o", "size=1g,mode=0700", "tmpfs", folder.toString());
    }

    /** Writes until there is no room left. */
    private static void fill(Path file) throws IOException {
        var block = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(Files.getFileStore(file).getUsableSpace()).isLessThan(block.length);
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(command))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
