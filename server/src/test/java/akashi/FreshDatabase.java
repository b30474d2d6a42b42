package akashi;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * A migrated database of its own on the server of {@link TestDatabase}, for what only a new installation does. Import
 * {@link Setup} to run a context on one.
 */
public final class FreshDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private FreshDatabase() {}

    /** Makes an empty database that {@code akashi_owner} owns; gives its name. */
    public static String empty() {
        var name = "fresh" + COUNT.incrementAndGet();
        try (var connection = TestDatabase.server().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner akashi_owner");
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException("No further database could be made", e);
        }
    }

    /** Makes a database with the current schema and nothing in it; gives its name. */
    public static String migrated() {
        var name = empty();
        var _ = Flyway.configure()
                .dataSource(url(name, "akashi_owner"), "akashi_owner", "")
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return name;
    }

    /** Address of such a database for a role. */
    public static String url(String name, String role) {
        return TestDatabase.server().getJdbcUrl(role, name);
    }

    /** Name of the database these connections go to. */
    public static String name(JdbcClient jdbc) {
        return jdbc.sql("select current_database()").query(String.class).single();
    }

    /** Runs a context on a database of its own. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Setup {
        @Bean
        DynamicPropertyRegistrar freshDatabase() {
            var name = migrated();
            return registry -> registry.add("spring.datasource.url", () -> url(name, "akashi_app"));
        }
    }
}
