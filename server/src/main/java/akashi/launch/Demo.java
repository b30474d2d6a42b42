package akashi.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** {@code akashi demo}: the whole system on an embedded PostgreSQL with sample data, for this machine alone. */
final class Demo {
    private static final int PORT = 8610;

    private Demo() {}

    static int run(Class<?> application, Options options) {
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
        var context = new SpringApplicationBuilder(application)
                .profiles("demo")
                .properties(properties(folder, database, port))
                .run();
        var actual = ((WebServerApplicationContext) context).getWebServer();
        Welcome.print(actual == null ? port : actual.getPort());
        return Running.untilStopped(context);
    }

    private static Map<String, Object> properties(Folder folder, EmbeddedDatabase database, int port) {
        var properties = new HashMap<String, Object>();
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", port);
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", "akashi_app");
        properties.put("spring.datasource.password", database.password("akashi_app"));
        properties.put("akashi.usage.origin", "demo.akashi.example");
        properties.put("akashi.usage.node", "demo");
        properties.put(
                "akashi.usage.key-file", folder.path().resolve("ledger.key").toString());
        return properties;
    }

    /** The port asked for, or the usual one; told early, before a database is started for nothing. */
    private static int freePort(Options options) {
        var port = options.port().orElse(PORT);
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return port;
        } catch (IOException e) {
            throw new Refusal("ポート " + port + " は使われています。--port で別の番号を指定してください。" + " / Port " + port
                    + " is in use; choose another with --port N.");
        }
    }
}
