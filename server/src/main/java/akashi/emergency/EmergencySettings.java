package akashi.emergency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code akashi.emergency.*}.
 *
 * @param box how long one opening lasts at most
 */
@ConfigurationProperties("akashi.emergency")
record EmergencySettings(@DefaultValue("PT60M") Duration box) {
    EmergencySettings {
        if (box.compareTo(Duration.ofMinutes(5)) < 0 || box.compareTo(Duration.ofHours(4)) > 0) {
            throw new IllegalArgumentException("akashi.emergency.box must be from 5 minutes to 4 hours");
        }
    }
}
