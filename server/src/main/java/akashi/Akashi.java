package akashi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Akashi. */
@SpringBootApplication
class Akashi {
    static void main(String[] args) {
        SpringApplication.run(Akashi.class, args);
    }
}
