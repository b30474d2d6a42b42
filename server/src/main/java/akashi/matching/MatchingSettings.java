package akashi.matching;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code akashi.matching.*}.
 *
 * @param settle how old a change must be before it is compared, so that every inquiry answered before it is on the log
 * @param night time of day, in Japan, from which everything is compared anew once
 * @param keep how long the unit of an asker sees that something was registered later
 */
@ConfigurationProperties("akashi.matching")
record MatchingSettings(
        @DefaultValue("PT5S") Duration settle,
        @DefaultValue("03:10") LocalTime night,
        @DefaultValue("P90D") Duration keep) {
    MatchingSettings {
        if (settle.isNegative() || settle.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException("akashi.matching.settle must be from 0 to 10 minutes");
        }
        if (keep.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("akashi.matching.keep must be a day or more");
        }
    }
}
