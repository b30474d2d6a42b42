package akashi.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that a killed demo left behind. */
class OrphanTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    /**
     * PostgreSQL heeds signals whoever started it; what a shell starts in the background inherits that some are
     * ignored.
     */
    private static final String HEEDING = "exec env --default-signal=INT,QUIT";

    @TempDir
    Path home;

    @Test
    void oneThatStopsWhenAskedIsStopped() throws Exception {
        stops(HEEDING, Duration.ofMinutes(1));
    }

    /** As PostgreSQL 18 does when it is asked during the recovery that follows the death of one of its processes. */
    @Test
    void oneThatDoesNotStopWhenAskedIsEnded() throws Exception {
        stops("trap '' INT TERM; exec", Duration.ofSeconds(1));
    }

    private void stops(String how, Duration asked) throws Exception {
        var program = Files.copy(Path.of("/bin/sleep").toRealPath(), home.resolve("postgres"));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        var data = Files.createDirectories(home.resolve("data"));
        var left = new ProcessBuilder("sh", "-c", how + " " + program + " 600").start();
        try {
            assertTimeoutPreemptively(SOON, () -> {
                while (!EmbeddedDatabase.isPostgres(left.toHandle())) {
                    Thread.onSpinWait();
                }
            });
            Files.writeString(data.resolve("postmaster.pid"), left.pid() + "\n");

            assertTimeoutPreemptively(SOON, () -> EmbeddedDatabase.stopOrphan(new Folder(home), asked));

            assertThat(left.isAlive()).isFalse();
            assertThat(data.resolve("postmaster.pid")).doesNotExist();
        } finally {
            left.destroyForcibly();
        }
    }
}
