package akashi.launch;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** {@code akashi serve}: runs on a site's own PostgreSQL, after refusing everything unsafe with the setting's name. */
final class Serve {
    private static final int PORT = 8443;

    private Serve() {}

    static int run(Class<?> application, Options options) {
        if (!options.flags().isEmpty()) {
            throw new IllegalStateException("serve takes no options, yet got " + options);
        }
        var settings = new SiteSettings(System.getenv());
        var properties = properties(settings);
        checkDatabase(settings);
        settings.refuseFaults();
        var context =
                new SpringApplicationBuilder(application).profiles("serve").run(arguments(properties));
        return Running.untilStopped(context);
    }

    /** As arguments they stand above every other source, so that nothing replaces what was checked. */
    private static String[] arguments(Map<String, Object> properties) {
        return properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
    }

    private static Map<String, Object> properties(SiteSettings settings) {
        var properties = new HashMap<String, Object>();
        properties.put("server.address", settings.text("AKASHI_ADDRESS", "127.0.0.1"));
        properties.put("server.port", settings.port("AKASHI_PORT", PORT));
        properties.put(
                "server.ssl.certificate",
                "file:" + settings.file("AKASHI_TLS_CERT", "the TLS certificate (PEM)", false));
        properties.put(
                "server.ssl.certificate-private-key", "file:" + settings.file("AKASHI_TLS_KEY", "its key (PEM)", true));
        properties.put("server.ssl.enabled-protocols", "TLSv1.3");
        properties.put("server.servlet.session.cookie.secure", true);
        properties.put("akashi.terminal.source", terminalSource(settings));
        properties.put("spring.datasource.url", settings.databaseUrl());
        properties.put("spring.datasource.username", settings.text("AKASHI_DB_USER", "akashi_app"));
        properties.put("spring.datasource.password", settings.secret("AKASHI_DB_PASSWORD"));
        properties.put("akashi.usage.origin", settings.required("AKASHI_ORIGIN", "akashi.police.example.jp"));
        properties.put("akashi.usage.node", settings.text("AKASHI_NODE", "node1"));
        properties.put(
                "akashi.usage.key-file", settings.file("AKASHI_KEY_FILE", "the log's signing key made by setup", true));
        return properties;
    }

    /** What ties a request to its terminal; choosing one by hand is for the demo. */
    private static String terminalSource(SiteSettings settings) {
        var source = settings.text("AKASHI_TERMINAL_SOURCE", "address");
        if (!source.equals("address") && !source.equals("header")) {
            settings.fault(
                    "AKASHI_TERMINAL_SOURCE", "must be address or header; terminals are chosen in the demo only");
        } else if (source.equals("header")
                && settings.text("AKASHI_TERMINAL_PROXIES", "").isEmpty()) {
            settings.fault("AKASHI_TERMINAL_PROXIES", "must list the proxies that may name the terminal in a header");
        }
        return source;
    }

    private static void checkDatabase(SiteSettings settings) {
        if (!settings.faults().isEmpty()) {
            return;
        }
        var url = settings.databaseUrl();
        var role = settings.text("AKASHI_DB_USER", "akashi_app");
        var password = settings.secret("AKASHI_DB_PASSWORD");
        var checks = new DatabaseChecks(settings);
        try (var connection = DriverManager.getConnection(url, role, password)) {
            checks.check(connection);
            if (!settings.faults().isEmpty()) {
                return;
            }
            var missing = new Schema(url, role, password).missing();
            if (missing.isEmpty()) {
                checks.checkContent(connection);
            } else {
                settings.fault(
                        "AKASHI_DB_URL",
                        "leads to a database that lacks migrations " + missing
                                + "; run ./akashi migrate as the owner first");
            }
        } catch (SQLException e) {
            settings.fault(
                    "AKASHI_DB_URL", "cannot be connected to as " + role + " (SQL state " + e.getSQLState() + ")");
        }
    }
}
