package akashi.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The folder of shared test data, named by the system property {@code akashi.shared}. */
final class Shared {
    private Shared() {}

    /** A folder below {@code data}; the test is skipped, and says so, where it is not there. */
    static Path data(String name) {
        Path folder = Path.of(System.getProperty("akashi.shared", "../shared"), "data", name);
        if (!Files.isDirectory(folder)) {
            String message =
                    "SKIPPED: no shared test data at " + folder.toAbsolutePath().normalize();
            System.out.println(message);
            Assumptions.abort(message);
        }
        return folder;
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
