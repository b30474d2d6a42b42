package akashi.launch;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;

/** {@code akashi serve}: runs on a site's own PostgreSQL, after refusing everything unsafe with the setting's name. */
final class Serve {
    private Serve() {}

    static int run(Class<?> application, SiteSettings settings, Path log) {
        var properties = checked(settings);
        var context = Starting.start(application, "serve", log, properties);
        System.out.println("Akashi を始めました。 / Running at https://" + properties.get("server.address") + ":"
                + properties.get("server.port") + "/  （記録 / log: " + log + "）");
        return Running.untilStopped(context);
    }

    /** @throws Refusal listing every fault of the settings and of the database */
    static Map<String, Object> checked(SiteSettings settings) {
        settings.refuseUnknown();
        refuseDefinitions(settings);
        var properties = new ServeSettings(settings).properties();
        checkDatabase(settings);
        settings.refuseFaults();
        return properties;
    }

    /** Java's own definitions ({@code -D}) reach the framework as its variables do. */
    private static void refuseDefinitions(SiteSettings settings) {
        for (var name : System.getProperties().stringPropertyNames()) {
            if (List.of("spring.", "server.", "logging.").stream().anyMatch(name::startsWith)) {
                settings.fault(
                        "AKASHI_JAVA_OPTS",
                        "-D" + name + " は検査した設定を変えてしまうため使えません。",
                        "must not define " + name + ", which would change what is checked here.");
            }
        }
    }

    /** Looks at the database even where other settings are wrong, as long as it can be reached with what is said. */
    private static void checkDatabase(SiteSettings settings) {
        if (settings.faults().stream().anyMatch(fault -> fault.startsWith("AKASHI_DB_URL:"))) {
            return;
        }
        var url = settings.databaseUrl();
        var role = settings.text("AKASHI_DB_USER", ServeSettings.APP);
        var password = settings.secret("AKASHI_DB_PASSWORD");
        if (password.isEmpty()) {
            return;
        }
        var checks = new DatabaseChecks(settings);
        try (var connection = Database.connect(url, role, password)) {
            checks.checkServer(connection);
            checks.checkRole(connection);
            if (current(new Schema(url, role, password), settings)) {
                checks.checkContent(connection);
            }
        } catch (SQLException e) {
            Database.explain(e, role, "AKASHI_DB_USER", settings);
        }
    }

    private static boolean current(Schema schema, SiteSettings settings) {
        try {
            var missing = schema.missing();
            if (!missing.isEmpty()) {
                settings.fault(
                        "AKASHI_DB_URL",
                        "データベースの構造が古いままです（未適用: " + String.join(", ", missing) + "）。./akashi migrate を実行してください。",
                        "leads to a database that lacks migrations " + String.join(", ", missing)
                                + "; run ./akashi migrate first.");
            }
            var unknown = schema.unknown();
            if (!unknown.isEmpty()) {
                settings.fault(
                        "AKASHI_DB_URL",
                        "データベースの構造のほうが新しいです（" + String.join(", ", unknown) + "）。新しい版の Akashi を使ってください。",
                        "leads to a database migrated by a newer Akashi (" + String.join(", ", unknown)
                                + "); run that one.");
            }
            return missing.isEmpty();
        } catch (FlywayException e) {
            settings.fault(
                    "AKASHI_DB_URL",
                    "データベースの構造の履歴を読めません。./akashi migrate を実行してください。",
                    "leads to a database whose migrations cannot be read; run ./akashi migrate first.");
            return false;
        }
    }
}
