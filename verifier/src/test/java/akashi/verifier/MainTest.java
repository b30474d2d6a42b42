package akashi.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void helpIsShownWhenAskedFor() {
        for (String word : new String[] {"help", "--help", "-h"}) {
            Run run = Run.with(word);
            assertThat(run.code()).isZero();
            assertThat(run.out()).startsWith("Usage:");
        }
        assertThat(Run.with("verify", "--help", "--lang", "ja").out()).startsWith("使い方");
    }

    @Test
    void wrongCallsSayWhatIsWrong() {
        wrong("Say what to do.");
        wrong("There is no command \"prove\".", "prove", "x");
        wrong("Name the file to check.", "verify");
        wrong("\"b\" is one word too many.", "verify", "a", "b");
        wrong("\"--fast\" is unknown", "verify", "a", "--fast");
        wrong("\"--key\" is unknown, lacks its value", "verify", "a", "--key");
        wrong("\"--key\"", "verify", "a", "--key", "k", "--key", "k");
        wrong("\"--lang\"", "verify", "a", "--lang", "fr");
        wrong("\"--lang\"", "verify", "a", "--lang");
        wrong("\"--vectors\"", "verify", "--vectors");
        wrong("--vectors d does not go with", "verify", "a", "--vectors", "d");
        wrong("--vectors d does not go with", "verify", "--key", "k", "--vectors", "d");
        wrong("--all d does not go with", "verify", "a", "--all", "d");
        wrong("--all d does not go with", "verify", "--all", "d", "--vectors", "v");
        wrong("--checkpoint goes with --all only", "verify", "a", "--checkpoint", "c");
        wrong("\"--checkpoint\" is unknown, lacks its value", "verify", "--all", "d", "--checkpoint");
        wrong("one word too many", "verify", "a\0b");
    }

    private static void wrong(String message, String... args) {
        Run run = Run.with(args);
        assertThat(run.err()).contains(message).contains("Usage:");
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(2);
    }
}
