package akashi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole application on a real PostgreSQL and a real port, which the server chooses. Terminals are chosen
 * as in the demo.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Akashi.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "akashi.terminal.source=chosen",
            "akashi.account.source-tries=1000000",
            "akashi.metrics.token=the-token-of-the-whole-test",
            "akashi.log.token=the-token-of-the-witness-of-this-test"
        })
@ContextConfiguration(initializers = WholeTest.Site.class)
public @interface WholeTest {

    /** Database and ledger; known before the server starts, which needs both for its filters. */
    class Site implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        private static final AtomicInteger NODES = new AtomicInteger();

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var node = "whole-" + ProcessHandle.current().pid() + "-" + NODES.incrementAndGet();
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test site",
                            Map.of(
                                    "spring.datasource.url",
                                    TestDatabase.url("akashi_app"),
                                    "spring.datasource.username",
                                    "akashi_app",
                                    "spring.datasource.hikari.maximum-pool-size",
                                    "10",
                                    "akashi.usage.origin",
                                    "akashi.test",
                                    "akashi.usage.node",
                                    node,
                                    "akashi.usage.adopt-after",
                                    "1h",
                                    "akashi.usage.key-file",
                                    TestLedger.key(node).toString())));
        }
    }
}
