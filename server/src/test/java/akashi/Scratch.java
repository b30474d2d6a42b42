package akashi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/**
 * Folders for what outlives one test: keys of contexts that later tests use again, classes compiled once a run. They
 * lie below one folder, which goes when the run ends and the contexts have closed.
 */
public final class Scratch {
    private static final Path ROOT = root();

    private Scratch() {}

    /** A new folder that nobody else reads. */
    public static Path folder(String what) throws IOException {
        return Files.createTempDirectory(ROOT, what + "-");
    }

    private static Path root() {
        try {
            var root = Files.createTempDirectory("akashi-test-");
            SpringApplication.getShutdownHandlers().add(() -> delete(root));
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path root) {
        try {
            var _ = FileSystemUtils.deleteRecursively(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
