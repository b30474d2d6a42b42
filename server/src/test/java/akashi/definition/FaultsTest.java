package akashi.definition;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.web.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of fault is found, alone or among others, and says file, line, path and the way out. */
class FaultsTest {
    private static final CheckedFiles FILES = new CheckedFiles();

    static Stream<Breaks.Break> breaks() {
        return Breaks.ALL.stream();
    }

    @Test
    void theUnbrokenSampleHasNoFault() {
        assertThat(FILES.load(SampleFiles.all()).faults()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void aBreakIsFoundWhereItWasMade(Breaks.Break one) {
        var files = SampleFiles.broken(one.file(), one.text(), one.by());
        var loaded = FILES.load(files);
        assertThat(loaded.faults()).as("%s", loaded.faults()).anySatisfy(fault -> {
            assertThat(fault.key()).isEqualTo(one.key());
            assertThat(fault.file()).isEqualTo(one.file());
            if (!one.path().isEmpty()) {
                assertThat(fault.path()).isEqualTo(one.path());
            }
            assertThat(fault.line()).isPositive();
        });
        assertThat(loaded.definitions()).isEmpty();
    }

    @Test
    void theLineIsTheOneInTheFile() {
        var files = SampleFiles.broken("sample.yaml", "kinds: [plate]", "kinds: [phone]");
        var lines = files.getOrDefault("sample.yaml", "").lines().toList();
        var fault = FILES.load(files).faults().getFirst();
        assertThat(lines.get(fault.line() - 1)).contains("kinds: [phone]");
    }

    @Test
    void faultsOfAllFilesAreListedAtOnce() {
        var files = SampleFiles.broken("sample.yaml", "urgent: PT10M", "urgent: PT10H");
        files.putAll(Map.of("codes/sexes.yaml", "name: sexes\n", "other.yaml", ""));
        assertThat(FILES.load(files).faults())
                .extracting(Fault::file)
                .contains("sample.yaml", "codes/sexes.yaml", "other.yaml");
    }

    @Test
    void anEmptyFileAndASecondDocumentAreFaults() {
        var files = new TreeMap<>(SampleFiles.all());
        files.put("empty.yaml", "# nothing\n");
        files.put("sample.yaml", files.getOrDefault("sample.yaml", "") + "---\nmore: true\n");
        assertThat(FILES.load(files).faults()).extracting(Fault::key).contains("empty", "second-document");
    }

    @Test
    void endlessNestingIsAFaultLikeAnyOther() {
        for (var deep : List.of("a: " + "[".repeat(100_000), "a: " + "{a: ".repeat(100_000), "- ".repeat(100_000))) {
            var files = new TreeMap<>(SampleFiles.all());
            files.put("deep.yaml", deep);
            assertThat(FILES.load(files).faults()).extracting(Fault::key).containsExactly("syntax");
        }
    }

    @Test
    void twoDocumentsMustNotDrawTheSameNumbers() {
        var files = SampleFiles.all();
        files.put("second.yaml", files.getOrDefault("sample.yaml", "").replace("code: sample", "code: second"));
        assertThat(FILES.load(files).faults()).extracting(Fault::key).containsExactly("number-twice");
    }

    @Test
    void aTextMayBeTooLong() {
        var files = SampleFiles.broken("sample.yaml", "試験のための業務", "長".repeat(601));
        assertThat(FILES.load(files).faults()).extracting(Fault::key).containsExactly("too-many");
    }

    @Test
    void keepingCannotCountFromAnExpiryThatIsNotThere() {
        var files = SampleFiles.broken("sample.yaml", "start: ended", "start: expired");
        files.put("sample.yaml", files.getOrDefault("sample.yaml", "").replaceAll("(?m)^ +expiry:.*$", ""));
        assertThat(FILES.load(files).faults()).extracting(Fault::key).containsExactly("retention-no-expiry");
    }

    @Test
    void anUnknownNameSuggestsTheNearestOne() {
        var files = SampleFiles.broken("sample.yaml", "section: SECTION", "sektion: SECTION");
        assertThat(FILES.load(files).faults())
                .filteredOn(fault -> fault.key().equals("unknown-name"))
                .first()
                .satisfies(fault -> assertThat(fault.args()).startsWith("sektion", "section"));
    }

    @Test
    void everyFaultHasItsTextAndWayOutInBothLanguages() {
        var keys = new ArrayList<>(
                Breaks.ALL.stream().map(Breaks.Break::key).distinct().toList());
        keys.addAll(List.of("empty", "second-document", "number-twice", "schema", "too-many", "retention-no-expiry"));
        var messages = messages();
        for (Locale language : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            for (String key : keys) {
                assertThat(messages.has(language, "definition.fault." + key))
                        .as(key)
                        .isTrue();
                assertThat(messages.has(language, "definition.fault." + key + ".way"))
                        .as(key)
                        .isTrue();
            }
        }
    }

    @Test
    void theReportNamesPlaceFaultAndWayOut() {
        var files = SampleFiles.broken("sample.yaml", "kind: local-copy", "kind: lokal");
        var report = new DefinitionFaults(FILES.load(files).faults(), messages()).getMessage();
        assertThat(report)
                .contains("operations/sample.yaml:6 owner.kind")
                .contains("「lokal」は選べません。")
                .contains("national, prefecture, local-copy");
    }

    private static Messages messages() {
        return new org.springframework.context.annotation.AnnotationConfigApplicationContext(Messages.class)
                .getBean(Messages.class);
    }
}
