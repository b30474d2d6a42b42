package akashi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class KnownAnswersTest {
    @TestFactory
    Stream<DynamicTest> everySharedVectorOfTheLogPasses() {
        return all(Shared.files(Shared.data("tlog")));
    }

    @TestFactory
    Stream<DynamicTest> everySharedVectorOfCanonicalJsonPasses() {
        return all(Shared.files(Shared.data("jcs")));
    }

    @TestFactory
    Stream<DynamicTest> everyPairOfCanonicalJsonPasses() {
        Path jcs = Shared.data("jcs");
        return Shared.files(jcs.resolve("input")).stream()
                .map(input -> DynamicTest.dynamicTest(input.getFileName().toString(), () -> {
                    byte[] output = Shared.bytes(jcs.resolve("output").resolve(input.getFileName()));
                    var tally = KnownAnswers.canonicalPair(input.toString(), Shared.bytes(input), output);
                    assertThat(tally.failed()).isEmpty();
                    assertThat(tally.passed()).isEqualTo(1);
                }));
    }

    @Test
    void ed25519AcceptsAndRefusesAsWycheproofSays() {
        Path file = Shared.data("sig").resolve("wycheproof-ed25519_test.json");
        var tally = KnownAnswers.run(file.getFileName().toString(), Shared.bytes(file))
                .orElseThrow();
        assertThat(tally.failed()).isEmpty();
        assertThat(tally.passed()).isGreaterThan(50);
    }

    @Test
    void aFileOfAnUnknownNameIsNotRun() {
        assertThat(KnownAnswers.run("readme.txt", new byte[0])).isEmpty();
    }

    @Test
    void aWrongAnswerIsCountedAsFailed() {
        byte[] wrong = "3ff8000000000000,1.5\n3ff8000000000000,1.6\n".getBytes(StandardCharsets.UTF_8);
        var tally = KnownAnswers.run("es6-numbers-wrong.csv", wrong).orElseThrow();
        assertThat(tally).isEqualTo(new KnownAnswers.Tally(1, List.of("3ff8000000000000,1.6")));
    }

    @Test
    void aFileThatCannotBeReadIsCountedAsFailed() {
        byte[] broken = "{".getBytes(StandardCharsets.UTF_8);
        assertThat(KnownAnswers.run("signed-note.json", broken).orElseThrow().failed())
                .hasSize(1);
    }

    private static Stream<DynamicTest> all(List<Path> files) {
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    var tally = KnownAnswers.run(file.getFileName().toString(), Shared.bytes(file))
                            .orElseThrow();
                    assertThat(tally.failed()).isEmpty();
                    assertThat(tally.passed()).isPositive();
                }));
    }
}
