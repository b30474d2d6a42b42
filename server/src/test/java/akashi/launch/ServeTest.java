package akashi.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import akashi.Certificates;
import akashi.FreshDatabase;
import akashi.TestDatabase;
import akashi.tlog.LedgerKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code serve} refuses, on a real PostgreSQL. The server of the tests runs with fsync off, so that one fault is
 * always there; the whole way on a safe server is tested end to end.
 */
class ServeTest {
    private static final String PASSWORD = "application-password-77";

    private static final String SHARED = FreshDatabase.migrated();

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Certificates tls = new Certificates(Path.of("none"), Path.of("none"));
    private final Map<String, String> environment = new HashMap<>();
    private String database = SHARED;

    @BeforeAll
    static void certificate() throws Exception {
        tls = Certificates.from(shared, "-1d");
    }

    @BeforeEach
    void site() throws Exception {
        var key = folder.resolve("ledger.key");
        var _ = LedgerKey.generate(key, "akashi.site.test/node1");
        environment.put("AKASHI_DB_URL", url(database));
        environment.put("AKASHI_DB_PASSWORD", PASSWORD);
        environment.put("AKASHI_ORIGIN", "akashi.site.test");
        environment.put("AKASHI_KEY_FILE", key.toString());
        environment.put("AKASHI_TLS_CERT", tls.certificate().toString());
        environment.put("AKASHI_TLS_KEY", tls.key().toString());
        environment.put("AKASHI_PORT", Integer.toString(freePort()));
    }

    @Test
    void nothingIsWrongButTheServersOwnFaultOnceATerminalIsRegistered() throws SQLException {
        ownDatabase();
        registerTerminal();

        assertThat(refused())
                .contains("to be mended: 2", "fsync = off", "synchronous_commit = off")
                .doesNotContain("terminal", "AKASHI_DB_USER", "AKASHI_TLS", "AKASHI_KEY_FILE");
    }

    @Test
    void aDatabaseWithoutATerminalIsRefused() {
        assertThat(refused()).contains("without a registered terminal", "端末が一台も登録されていない");
    }

    @Test
    void samplePeopleAreRefused() throws SQLException {
        ownDatabase();
        asOwner("insert into organization_person (id, staff_number, sample) values ('" + UUID.randomUUID()
                + "', '990001', true)");

        assertThat(refused()).contains("sample people", "見本の職員");
    }

    @Test
    void anAdministratorAndTheOwnerAreRefused() {
        environment.put("AKASHI_DB_USER", "postgres");
        assertThat(refused()).contains("AKASHI_DB_USER", "administrator of the database");
        environment.put("AKASHI_DB_USER", "akashi_owner");
        assertThat(refused()).contains("AKASHI_DB_USER", "owns tables of Akashi");
    }

    @Test
    void aRoleThatCouldChangeTheLogIsRefused() throws SQLException {
        ownDatabase();
        asOwner("grant delete on usage_leaf to akashi_app");

        assertThat(refused()).contains("could change the usage log");
    }

    @Test
    void missingMigrationsAreNamed() throws SQLException {
        ownDatabase();
        asOwner("delete from flyway_schema_history where version = '060'");
        assertThat(refused()).contains("lacks migrations 060", "./akashi migrate");
        asOwner("insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                + " execution_time, success) values (999, '999', 'later', 'SQL', 'V999__later.sql', 'test', 0, true)");
        assertThat(refused()).contains("migrated by a newer Akashi (999)");
        asOwner("revoke select on flyway_schema_history from akashi_app");
        assertThat(refused()).contains("whose migrations cannot be read", "./akashi migrate");
    }

    @Test
    void anEmptyDatabaseIsRefused() {
        environment.put("AKASHI_DB_URL", url(FreshDatabase.empty()));

        assertThat(refused()).contains("./akashi migrate");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsNamed() throws IOException {
        environment.put("AKASHI_DB_URL", "jdbc:postgresql://localhost:" + freePort() + "/akashi");
        assertThat(refused()).contains("AKASHI_DB_URL: データベースに接続できません");
        environment.put(
                "AKASHI_DB_URL",
                "jdbc:postgresql://localhost:" + TestDatabase.server().getPort() + "/nowhere");
        assertThat(refused()).contains("AKASHI_DB_URL", "nowhere");
        environment.put("AKASHI_DB_URL", url(database));
        environment.put("AKASHI_DB_USER", "nobody_here");
        assertThat(refused()).contains("AKASHI_DB_USER", "nobody_here").doesNotContain(PASSWORD);
    }

    @Test
    void withoutTlsNothingIsServed() throws Exception {
        environment.remove("AKASHI_TLS_CERT");
        environment.put("AKASHI_TLS_KEY", folder.resolve("none").toString());

        assertThat(refused()).contains("AKASHI_TLS_CERT: 設定されていません", "AKASHI_TLS_KEY: ファイルがありません");
    }

    @Test
    void aCertificateThatCannotBeUsedIsNamed() throws Exception {
        environment.put("AKASHI_TLS_KEY", Certificates.from(folder, "-1d").key().toString());
        assertThat(refused()).contains("AKASHI_TLS_KEY", "not that of the certificate");
        var old = Certificates.from(folder, "-40d");
        environment.put("AKASHI_TLS_CERT", old.certificate().toString());
        environment.put("AKASHI_TLS_KEY", old.key().toString());
        assertThat(refused()).contains("AKASHI_TLS_CERT", "not valid today");
        environment.put("AKASHI_TLS_CERT", old.key().toString());
        assertThat(refused()).contains("no PEM certificate");
    }

    @Test
    void aKeyOthersMayReadIsRefused() throws IOException {
        environment.put(
                "AKASHI_TLS_KEY",
                Files.copy(tls.key(), folder.resolve("copied.key")).toString());
        for (var name : new String[] {"AKASHI_TLS_KEY", "AKASHI_KEY_FILE"}) {
            Files.setPosixFilePermissions(Path.of(environment.get(name)), PosixFilePermissions.fromString("rw-r--r--"));
        }

        assertThat(refused()).contains("AKASHI_TLS_KEY: ほかの利用者", "AKASHI_KEY_FILE: ほかの利用者");
    }

    @Test
    void theKeyOfAnotherLogIsRefused() {
        environment.put("AKASHI_ORIGIN", "elsewhere.test");

        assertThat(refused()).contains("AKASHI_KEY_FILE", "belongs to akashi.site.test/node1");
    }

    @Test
    void aPortInUseAndAnAddressThatIsNotOursAreNamed() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put("AKASHI_PORT", Integer.toString(taken.getLocalPort()));
            assertThat(refused()).contains("AKASHI_PORT: 127.0.0.1 のポート " + taken.getLocalPort());
        }
        environment.put("AKASHI_ADDRESS", "our-host");
        assertThat(refused()).contains("AKASHI_ADDRESS", "IP address");
    }

    @Test
    void terminalsAreNeverChosenByHand() {
        environment.put("AKASHI_TERMINAL_SOURCE", "chosen");
        assertThat(refused()).contains("AKASHI_TERMINAL_SOURCE", "demo only");
        environment.put("AKASHI_TERMINAL_SOURCE", "header");
        assertThat(refused()).contains("AKASHI_TERMINAL_PROXIES");
        environment.put("AKASHI_TERMINAL_PROXIES", "proxy.example.jp");
        assertThat(refused()).contains("AKASHI_TERMINAL_PROXIES", "'proxy.example.jp' is none");
    }

    @Test
    void tracesGoToAnAddressOnly() {
        environment.put("AKASHI_TRACES_URL", "collector");
        assertThat(refused()).contains("AKASHI_TRACES_URL");
        environment.put("AKASHI_TRACES_URL", "http://127.0.0.1:4318/v1/traces");
        assertThat(refused()).doesNotContain("AKASHI_TRACES_URL");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        environment.put("AKASHI_DB_USER", "postgres");
        environment.put("AKASHI_DB_PASSWORD", "akashi");
        environment.put("AKASHI_ACCOUNT_IDLE", "soon");
        environment.put("AKASHI_PROT", "1");
        environment.remove("AKASHI_TLS_KEY");

        assertThat(refused())
                .contains(
                        "AKASHI_PROT",
                        "AKASHI_TLS_KEY",
                        "AKASHI_DB_PASSWORD",
                        "AKASHI_DB_USER",
                        "AKASHI_ACCOUNT_IDLE",
                        "fsync",
                        "terminal");
    }

    @Test
    void aServerThatIsTooOldOrNotInUtf8IsRefused() {
        var settings = new SiteSettings(Map.of());
        var checks = new DatabaseChecks(settings);
        checks.version(150_000);
        checks.durable("full_page_writes", "on");
        checks.encoding("UTF8");
        assertThat(settings.faults()).isEmpty();
        checks.version(140_012);
        checks.durable("full_page_writes", "off");
        checks.encoding("EUC_JP");

        assertThat(settings.faults())
                .satisfiesExactly(
                        fault -> assertThat(fault).contains("PostgreSQL 14", "15 or newer"),
                        fault -> assertThat(fault).contains("full_page_writes = off"),
                        fault -> assertThat(fault).contains("EUC_JP"));
    }

    @Test
    void definitionsGivenToJavaAreRefused() {
        System.setProperty("spring.profiles.active", "demo");
        try {
            assertThatThrownBy(() -> Serve.checked(new SiteSettings(environment)))
                    .hasMessageContaining("-Dspring.profiles.active");
        } finally {
            System.clearProperty("spring.profiles.active");
        }
    }

    private String refused() {
        return String.valueOf(catchThrowableOfType(Refusal.class, () -> Serve.checked(new SiteSettings(environment)))
                .getMessage());
    }

    private void ownDatabase() {
        database = FreshDatabase.migrated();
        environment.put("AKASHI_DB_URL", url(database));
    }

    private static String url(String database) {
        return "jdbc:postgresql://localhost:" + TestDatabase.server().getPort() + "/" + database;
    }

    private void registerTerminal() throws SQLException {
        asOwner("insert into terminal (id, number, class, unit, place, valid_from) values ('" + UUID.randomUUID()
                + "', 'PC-001', 'HQ', '" + UUID.randomUUID() + "', '', '2024-04-01')");
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(FreshDatabase.url(database, "akashi_owner"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
