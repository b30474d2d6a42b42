package akashi.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class IdsTest {
    private final Clock still = Clock.fixed(Instant.parse("2020-01-01T00:00:00.123Z"), ZoneOffset.UTC);

    @Test
    void idsGrowWhileTheClockStandsStillOrGoesBack() {
        UUID last = Ids.next(still);
        for (int round = 0; round < 10_000; round++) {
            UUID next = Ids.next(round % 2 == 0 ? still : Clock.offset(still, Duration.ofSeconds(-round)));
            assertThat(next.toString()).isGreaterThan(last.toString());
            last = next;
        }
    }

    @Test
    void idsAreVersionSeven() {
        UUID id = Ids.next(still);
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(Ids.time(id)).isAfterOrEqualTo(still.instant());
        assertThat(Ids.lowest(still.instant()).toString()).isLessThanOrEqualTo(id.toString());
        assertThat(Ids.time(Ids.lowest(still.instant()))).isEqualTo(still.instant());
    }

    @Test
    void idsMadeAtOnceAreDifferent() throws InterruptedException {
        Set<UUID> all = Collections.newSetFromMap(new ConcurrentHashMap<>());
        var threads = new Thread[4];
        for (int n = 0; n < threads.length; n++) {
            threads[n] = Thread.ofVirtual().start(() -> {
                for (int round = 0; round < 5_000; round++) {
                    assertThat(all.add(Ids.next(still))).isTrue();
                }
            });
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(all).hasSize(20_000);
    }
}
