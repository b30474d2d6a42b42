package akashi;

import akashi.usage.Actor;
import akashi.usage.Gate;
import akashi.usage.Use;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A gate that opens to everybody but those who say they are shut out, with the header {@code X-Shut}. */
@TestConfiguration(proxyBeanMethods = false)
public class OpenGate {
    @Bean
    Gate gate() {
        return new Gate() {
            @Override
            public Passage ask(HttpServletRequest request, String act, @Nullable String unit) {
                boolean open = request.getHeader("X-Shut") == null;
                var ruling = new Use.Ruling("test", "1", open);
                return open ? new Open(Actor.system("pages-test"), ruling) : new Shut(ruling);
            }

            @Override
            public boolean offers(HttpServletRequest request, String act) {
                return request.getHeader("X-Shut") == null;
            }
        };
    }
}
