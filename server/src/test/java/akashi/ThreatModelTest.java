package akashi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The threat model and the page on faults name a test in each row, and each of them exists. */
class ThreatModelTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!-).*\\|$");
    private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z]+)\\.([a-z][A-Za-z0-9]+)`");

    @ParameterizedTest
    @ValueSource(strings = {"../docs/threat-model.md", "../docs/faults.md"})
    void everyTestItNamesExists(Path page) throws IOException {
        var tests = tests();
        var missing = new TreeSet<String>();
        var text = Files.readString(page);
        assertThat(ROW.matcher(text).results().map(MatchResult::group).filter(row -> !row.endsWith("| test |")))
                .as("rows")
                .allSatisfy(row -> assertThat(NAMED.matcher(row).find()).as(row).isTrue());
        var named = NAMED.matcher(text);
        var count = 0;
        while (named.find()) {
            count++;
            if (!tests.getOrDefault(named.group(1), "").contains("void " + named.group(2) + "(")) {
                missing.add(named.group(1) + "." + named.group(2));
            }
        }
        assertThat(count).as("tests named").isGreaterThan(20);
        assertThat(missing).as("tests the page names and nobody wrote").isEmpty();
    }

    private static Map<String, String> tests() throws IOException {
        var tests = new HashMap<String, String>();
        for (var folder : List.of(
                "src/test/java", "../ledger/src/test/java", "../verifier/src/test/java", "../e2e/src/test/java")) {
            try (var files = Files.walk(Path.of(folder))) {
                for (var file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    tests.merge(
                            file.getFileName().toString().replace(".java", ""), Files.readString(file), String::concat);
                }
            }
        }
        return tests;
    }
}
