package akashi.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class RepeatedFailuresTest {
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Instant start = Instant.parse("2026-11-22T12:00:00Z");
    private final RepeatedFailures failures = new RepeatedFailures();
    private final Use use = Use.of("SIGN_IN_FAILED", TestUses.officer("1"));

    @Test
    void firstOpensAWindowAndTheOthersAreCountedInOneEntry() {
        assertThat(failures.opens(use, "a", start, WINDOW)).isTrue();
        for (int n = 0; n < 7; n++) {
            assertThat(failures.opens(use, "a", start, WINDOW)).isFalse();
        }
        assertThat(failures.opens(use, "b", start, WINDOW)).isTrue();

        var sealed = new ArrayList<Use>();
        failures.due(start.plusSeconds(599), sealed::add);
        assertThat(sealed).isEmpty();
        failures.due(start.plusSeconds(600), sealed::add);
        assertThat(sealed)
                .singleElement()
                .satisfies(entry -> assertThat(entry.facts()).containsEntry("repeated", "7"));
        assertThat(failures.opens(use, "a", start.plusSeconds(601), WINDOW)).isTrue();
    }

    @Test
    void countThatCannotBeSealedWaits() {
        assertThat(failures.opens(use, "a", start, WINDOW)).isTrue();
        assertThat(failures.opens(use, "a", start, WINDOW)).isFalse();
        failures.due(start.plus(WINDOW), _ -> false);
        var sealed = new ArrayList<Use>();
        failures.due(start.plus(WINDOW), sealed::add);
        assertThat(sealed).hasSize(1);
    }

    @Test
    void endlessNamesShareOneWindow() {
        long opened = java.util.stream.IntStream.range(0, 5000)
                .filter(n -> failures.opens(use, "name" + n, start, WINDOW))
                .count();
        assertThat(opened).isEqualTo(RepeatedFailures.SOURCES + 1L);
    }

    @Test
    void windowWhoseEntryFailedOpensAgain() {
        assertThat(failures.opens(use, "a", start, WINDOW)).isTrue();
        failures.failed(use, "a");
        assertThat(failures.opens(use, "a", start, WINDOW)).isTrue();
    }
}
