package akashi;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * One embedded PostgreSQL 18 for the whole run, with the roles of a real site: {@code akashi_owner} migrates,
 * {@code akashi_app} runs. Contexts share the database; tests make their own rows.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {
    private static final EmbeddedPostgres SERVER = start();

    /** The server itself, for tests that stop it or connect as another role. */
    public static EmbeddedPostgres server() {
        return SERVER;
    }

    /** Address of the application's database for a role; every role of the test server is trusted. */
    public static String url(String role) {
        return SERVER.getJdbcUrl(role, "akashi");
    }

    private static EmbeddedPostgres start() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setRegisterShutdownHook(false)
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("max_connections", "900")
                    .start();
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create role akashi_owner login");
                statement.execute("create role akashi_app login");
                statement.execute("create database akashi owner akashi_owner");
            }
            migrate(server);
            SpringApplication.getShutdownHandlers().add(() -> close(server));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("The test database could not be prepared", e);
        }
    }

    private static void migrate(EmbeddedPostgres server) {
        var _ = Flyway.configure()
                .dataSource(server.getJdbcUrl("akashi_owner", "akashi"), "akashi_owner", "")
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Bean
    DynamicPropertyRegistrar databaseProperties() {
        return registry -> {
            registry.add("spring.datasource.url", () -> url("akashi_app"));
            registry.add("spring.datasource.username", () -> "akashi_app");
            registry.add("spring.datasource.hikari.maximum-pool-size", () -> "10");
            registry.add("spring.datasource.hikari.minimum-idle", () -> "1");
        };
    }
}
