package akashi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The threat model names a test for each threat, and each of them exists. */
class ThreatModelTest {
    private static final Path MODEL = Path.of("../docs/threat-model.md");
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z]+)\\.([a-z][A-Za-z0-9]+)`");

    @Test
    void everyTestItNamesExists() throws IOException {
        var tests = tests();
        var missing = new TreeSet<String>();
        var named = NAMED.matcher(Files.readString(MODEL));
        var count = 0;
        while (named.find()) {
            count++;
            if (!tests.getOrDefault(named.group(1), "").contains("void " + named.group(2) + "(")) {
                missing.add(named.group(1) + "." + named.group(2));
            }
        }
        assertThat(count).as("threats with a test").isGreaterThan(20);
        assertThat(missing).as("tests the threat model names and nobody wrote").isEmpty();
    }

    private static Map<String, String> tests() throws IOException {
        var tests = new HashMap<String, String>();
        for (var folder : List.of(
                "src/test/java", "../ledger/src/test/java", "../verifier/src/test/java", "../e2e/src/test/java")) {
            try (var files = Files.walk(Path.of(folder))) {
                for (var file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    tests.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
                }
            }
        }
        return tests;
    }
}
