package akashi;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts Akashi. */
@SpringBootApplication
@ConfigurationPropertiesScan
class Akashi {
    static void main(String[] args) {
        SpringApplication.run(Akashi.class, args);
    }

    /** The one clock; everything that needs the time asks it. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
