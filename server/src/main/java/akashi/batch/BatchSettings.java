package akashi.batch;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code akashi.batch.*}.
 *
 * @param most things one list asks for; a longer one is refused before anybody can approve it
 */
@ConfigurationProperties("akashi.batch")
record BatchSettings(@DefaultValue("500") int most) {
    BatchSettings {
        if (most < 1 || most > 10_000) {
            throw new IllegalArgumentException("akashi.batch.most must be from 1 to 10000");
        }
    }
}
