package akashi.e2e;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tests that share one program, started for their class and stopped after it. */
abstract class OneProgram {
    @TempDir
    static Path home;

    static Program program;

    @BeforeAll
    static void start() {
        program = Program.in(home);
        program.start();
    }

    @AfterAll
    static void stop() {
        program.close();
    }
}
