package akashi.matching;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Clock, lease and settings of the jobs. */
@Component
record MatchTiming(LeaseSql leases, MatchingSettings settings, Clock clock) {
    Instant now() {
        return clock.instant();
    }

    /** Changes noted by then may be compared. */
    Instant settled() {
        return now().minus(settings.settle());
    }

    /** How long a node keeps a job without a word. */
    Duration span() {
        return Duration.ofMinutes(2);
    }
}
