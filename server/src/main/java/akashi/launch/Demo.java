package akashi.launch;

import akashi.tlog.LedgerKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;

/**
 * {@code akashi demo}: the whole system on an embedded PostgreSQL with sample data, for this machine alone. With
 * {@code --once} it starts and ends.
 */
final class Demo {
    private static final int PORT = 8610;

    private static final String ORIGIN = "demo.akashi.example";
    private static final String NODE = "demo";

    private Demo() {}

    static int run(Class<?> application, Options options, Path log) {
        var port = freePort(options);
        var folder = Folder.demo();
        if (options.has("--fresh")) {
            EmbeddedDatabase.stopOrphan(folder);
            folder.delete();
        }
        System.out.println("Akashi を用意しています… / Starting …");
        var database = EmbeddedDatabase.start(folder);
        SpringApplication.getShutdownHandlers().add(database::close);
        var applied = new Schema(database.url(), "akashi_owner", database.password("akashi_owner")).migrate();
        if (applied > 0) {
            System.out.println("データベースを用意しました（" + applied + " 件）。/ Database prepared.");
        }
        var key = folder.path().resolve("ledger.key");
        if (!Files.exists(key)) {
            publish(folder, LedgerKey.generate(key, LedgerKey.origin(ORIGIN, NODE)));
        }
        var properties = properties(folder, database, port);
        properties.put("akashi.demo.records", options.number("--records").orElse(0));
        properties.put("akashi.demo.persons", options.number("--persons").orElse(0));
        properties.put("akashi.demo.owner-password", database.password("akashi_owner"));
        var context = Starting.start(application, "demo", log, properties);
        if (options.has("--once")) {
            context.close();
            return 0;
        }
        var data = context.getBean(DemoData.class);
        Welcome.print(port, data.people(), data.golden());
        return Running.untilStopped(context);
    }

    private static Map<String, Object> properties(Folder folder, EmbeddedDatabase database, int port) {
        var properties = new HashMap<String, Object>();
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", port);
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", "akashi_app");
        properties.put("spring.datasource.password", database.password("akashi_app"));
        properties.put("akashi.usage.origin", ORIGIN);
        properties.put("akashi.usage.node", NODE);
        properties.put(
                "akashi.usage.key-file", folder.path().resolve("ledger.key").toString());
        properties.put("akashi.terminal.source", "chosen");
        return properties;
    }

    /** Puts the verifier key where the person who checks a receipt finds it. */
    private static void publish(Folder folder, String verifierKey) {
        try {
            Files.writeString(folder.path().resolve("ledger.pub"), verifierKey + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The verifier key could not be written", e);
        }
    }

    /** The port asked for, or the usual one; told early, before a database is started for nothing. */
    private static int freePort(Options options) {
        var port = options.port().orElse(PORT);
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return port;
        } catch (IOException e) {
            throw new Refusal("ポート " + port + " は使われています。--port で別の番号を指定してください。 / Port " + port
                    + " is in use; choose another with --port N.");
        }
    }
}
