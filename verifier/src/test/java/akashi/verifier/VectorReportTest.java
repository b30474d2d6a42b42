package akashi.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorReportTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"tlog", "jcs"})
    void theSharedVectorsPass(String name) {
        Path shared = Path.of(System.getProperty("akashi.shared", "../shared"), "data", name);
        if (!Files.isDirectory(shared)) {
            String message =
                    "SKIPPED: no shared test data at " + shared.toAbsolutePath().normalize();
            System.out.println(message);
            Assumptions.abort(message);
        }
        Run run = Run.with("verify", "--vectors", shared.toString());
        assertThat(run.out()).contains("PASS  ").doesNotContain("FAIL").doesNotContain("UNKNOWN");
        assertThat(run.code()).isZero();
    }

    @Test
    void passedAndFailedAreCountedPerFile() throws IOException {
        write("es6-numbers-good.csv", "3ff8000000000000,1.5\n0,0\n");
        write("deep/es6-numbers-bad.csv", "3ff8000000000000,1.5\n0,1\n");
        Run run = Run.with("verify", "--vectors", folder.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("PASS  es6-numbers-good.csv: passed 2, failed 0")
                .contains("FAIL  deep" + folder.getFileSystem().getSeparator()
                        + "es6-numbers-bad.csv: passed 1, failed 1")
                .contains("    0,1")
                .contains("Files 2: passed 1, failed or unknown 1");
    }

    @Test
    void anUnknownFileFails() throws IOException {
        write("es6-numbers.csv", "0,0\n");
        write("notes.txt", "hello");
        Run run = Run.with("verify", "--vectors", folder.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("UNKNOWN  notes.txt");
    }

    @Test
    void aFileWithoutCasesFails() throws IOException {
        write("es6-numbers.csv", "");
        assertThat(Run.with("verify", "--vectors", folder.toString()).code()).isEqualTo(1);
    }

    @Test
    void aFolderWithoutVectorsFails() {
        Run run = Run.with("verify", "--vectors", folder.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("no test vectors");
    }

    @Test
    void aFolderThatIsNotThereIsAWrongCall() throws IOException {
        assertThat(Run.with("verify", "--vectors", folder.resolve("nowhere").toString())
                        .code())
                .isEqualTo(2);
        write("file", "");
        assertThat(Run.with("verify", "--vectors", folder.resolve("file").toString())
                        .code())
                .isEqualTo(2);
    }

    @Test
    void pairsOfJsonAndCanonicalJsonAreFound() throws IOException {
        write("input/a.json", "[1.0]");
        write("output/a.json", "[1]\n");
        write("input-b.json", "{ }");
        write("output-b.json", "{}");
        assertThat(Run.with("verify", "--vectors", folder.toString()).code()).isZero();
        assertThat(Run.with("verify", "--vectors", folder.resolve("input").toString())
                        .code())
                .isZero();
        write("output/a.json", "[1.0]");
        assertThat(Run.with("verify", "--vectors", folder.toString()).code()).isEqualTo(1);
        write("output/c.json", "[]");
        assertThat(Run.with("verify", "--vectors", folder.toString()).out()).contains("UNKNOWN");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Path parent = Files.createDirectories(file.resolveSibling(""));
        assertThat(parent).isDirectory();
        assertThat(Files.writeString(file, text)).exists();
    }
}
