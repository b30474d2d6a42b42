package akashi.retention;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code akashi.retention.*}.
 *
 * @param most private parts that one erasure may take; more is refused before anybody can approve it
 */
@ConfigurationProperties("akashi.retention")
record RetentionSettings(@DefaultValue("100000") int most) {
    RetentionSettings {
        if (most < 1 || most > 10_000_000) {
            throw new IllegalArgumentException("akashi.retention.most must be from 1 to 10000000");
        }
    }
}
