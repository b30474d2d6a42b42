package akashi.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akashi.FreshDatabase;
import akashi.TestDatabase;
import akashi.tlog.LedgerKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.PortInUseException;

/** What a person at the terminal reads when a command cannot be carried out. */
class LaunchTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void aCommandOrOptionThatIsNotKnownIsAUsageError() {
        assertThat(run(Map.of())).isEqualTo(2);
        assertThat(run(Map.of(), "fly")).isEqualTo(2);
        assertThat(run(Map.of(), "serve", "--port", "1")).isEqualTo(2);
        assertThat(said()).contains("fly", "--port").doesNotContain("Exception");
    }

    @Test
    void setupWithoutSettingsListsWhatASiteNeeds() {
        assertThat(run(Map.of(), "setup")).isEqualTo(1);
        assertThat(said())
                .contains(
                        "AKASHI_DB_URL",
                        "AKASHI_OWNER_PASSWORD",
                        "AKASHI_DB_PASSWORD",
                        "AKASHI_ORIGIN",
                        "AKASHI_KEY_FILE",
                        "AKASHI_ORGANIZATION_CSV",
                        "AKASHI_FIRST_TERMINAL_NUMBER",
                        "AKASHI_FIRST_TERMINAL_UNIT",
                        "AKASHI_FIRST_TERMINAL_ADDRESS");
    }

    @Test
    void setupRefusesADatabaseThatIsUsed() throws SQLException {
        var database = FreshDatabase.migrated();
        asOwner(
                database,
                "insert into account (person, password, opened_at, sessions_from) values"
                        + " (gen_random_uuid(), 'x', now(), now())");

        assertThat(run(site(database), "setup", "--codes")).isEqualTo(1);
        assertThat(said()).contains("in use already", "すでに使われている");
    }

    @Test
    void setupRefusesADatabaseOfSomethingElse() throws SQLException {
        var database = FreshDatabase.empty();
        asOwner(database, "create table members (id int)");

        assertThat(run(site(database), "setup", "--codes")).isEqualTo(1);
        assertThat(said()).contains("holds something else", "ほかの表");
    }

    @Test
    void codesNeedASiteThatIsSetUp() {
        assertThat(run(site(FreshDatabase.migrated()), "setup", "--codes")).isEqualTo(1);
        assertThat(said()).contains("./akashi setup first");
    }

    @Test
    void anUnexpectedFaultIsOneSentenceAndTheRestIsInTheLog() throws IOException {
        var log = folder.resolve("akashi.log");
        var fault = new IllegalStateException("the inside of it");
        var kept = new LogFile(log).keep("serve", fault, Clock.systemUTC());

        assertThat(kept).isEqualTo(log);
        assertThat(Files.readString(log)).contains("the inside of it", "at akashi.launch.LaunchTest");
        assertThat(Launch.sentence(fault, "serve"))
                .contains("思わぬ誤り", "report it")
                .doesNotContain("inside");
        assertThat(Launch.sentence(new PortInUseException(8443, new BindException("Address already in use")), "serve"))
                .contains("another program took the port", "start again");
        assertThat(Launch.sentence(new IllegalStateException(new AccessDeniedException("/a/b")), "demo"))
                .contains("/a/b", "権限");
    }

    @Test
    void aLogThatCannotBeWrittenIsAFaultLikeAnyOther() {
        var environment = new HashMap<>(site("akashi"));
        environment.put("AKASHI_LOG_FILE", folder.toString());

        assertThat(run(environment, "serve")).isEqualTo(1);
        assertThat(said()).contains("AKASHI_LOG_FILE", "AKASHI_TLS_CERT");
    }

    @Test
    void whatCannotBeKeptInTheLogIsKeptElsewhere() throws IOException {
        var kept = new LogFile(folder).keep("demo", new IllegalStateException("x"), Clock.systemUTC());

        assertThat(kept).isNotEqualTo(folder).content().contains("IllegalStateException");
        Files.delete(kept);
    }

    @Test
    void aFolderThatIsAFileIsRefused() throws IOException {
        var file = Files.writeString(folder.resolve("demo"), "not a folder");

        assertThatThrownBy(() -> new Folder(file).create())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is not a folder");
    }

    private Map<String, String> site(String database) {
        var environment = new HashMap<String, String>();
        try {
            var key = folder.resolve("ledger.key");
            if (!Files.exists(key)) {
                var _ = LedgerKey.generate(key, "akashi.site.test/node1");
            }
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
            environment.put("AKASHI_KEY_FILE", key.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        environment.put(
                "AKASHI_DB_URL",
                "jdbc:postgresql://localhost:" + TestDatabase.server().getPort() + "/" + database);
        environment.put("AKASHI_DB_PASSWORD", "application-password-77");
        environment.put("AKASHI_ORIGIN", "akashi.site.test");
        environment.put("AKASHI_LOG_FILE", folder.resolve("akashi.log").toString());
        return environment;
    }

    private static void asOwner(String database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(FreshDatabase.url(database, "akashi_owner"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int run(Map<String, String> environment, String... args) {
        var err = new PrintStream(said, true, StandardCharsets.UTF_8);
        var all = new HashMap<>(environment);
        all.putIfAbsent("AKASHI_LOG_FILE", folder.resolve("akashi.log").toString());
        return new Launch(Object.class, all, err, Clock.systemUTC()).run(List.of(args));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
