package akashi;

import akashi.launch.Launch;
import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Akashi（証）, the police information management system (警察情報管理システム). */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class) // modules name freely
@ConfigurationPropertiesScan
class Akashi {
    static void main(String[] args) {
        System.exit(Launch.run(Akashi.class, Clock.systemUTC(), args));
    }

    /** The one clock; everything that needs the time asks it. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
