package akashi;

import akashi.tlog.LedgerKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** A ledger for each context: contexts live side by side on one database, like the nodes of a site. */
@TestConfiguration(proxyBeanMethods = false)
public class TestLedger {
    private static final AtomicInteger NODES = new AtomicInteger();
    private static final String HOST = "akashi.test";

    /** A new key for a node, in a folder that nobody else reads. */
    public static Path key(String node) {
        try {
            Path file = Scratch.folder("ledger").resolve("ledger.key");
            String _ = LedgerKey.generate(file, LedgerKey.origin(HOST, node));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    DynamicPropertyRegistrar ledgerProperties() {
        String node = "context-" + ProcessHandle.current().pid() + "-" + NODES.incrementAndGet();
        Path key = key(node);
        return registry -> {
            registry.add("akashi.usage.origin", () -> HOST);
            registry.add("akashi.usage.node", () -> node);
            registry.add("akashi.usage.key-file", () -> key);
            // a context must not take over what tests of other contexts leave behind
            registry.add("akashi.usage.adopt-after", () -> "1h");
        };
    }
}
