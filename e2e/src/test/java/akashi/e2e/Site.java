package akashi.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A site's own PostgreSQL 15 with TLS, made for a test from the installed programs, and the settings of a site that
 * uses it. PostgreSQL does not run as root: there its files belong to {@code postgres}, as on a real machine.
 */
final class Site implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
    private static final String STORE = "made-for-a-test";
    private static final String ADMIN = "administrator-of-a-test-site";

    private final Path folder;
    private final Path database;
    private final int port;
    private final Map<String, String> settings = new TreeMap<>();

    private Site(Path folder, Path database, int port) {
        this.folder = folder;
        this.database = database;
        this.port = port;
    }

    /** Whether the programs of PostgreSQL 15 are installed here. */
    static boolean possible() {
        return Files.isExecutable(PROGRAMS.resolve("initdb"));
    }

    /** Starts the database and writes down the settings; nothing is set up yet. */
    static Site in(Path folder) throws Exception {
        // the database's own account must reach its files, which it cannot below a folder made for this test alone
        var database = Files.createTempDirectory("akashi-site-");
        var site = new Site(folder, database, Packaged.freePort());
        site.start();
        site.writeSettings();
        return site;
    }

    Map<String, String> settings() {
        return settings;
    }

    Path folder() {
        return folder;
    }

    Path keyFile() {
        return folder.resolve("ledger.key");
    }

    String address() {
        return "https://localhost:" + settings.get("AKASHI_PORT");
    }

    Certificate certificate() throws GeneralSecurityException, IOException {
        return store().getCertificate("site");
    }

    /** Changes a setting of the running database. */
    void set(String parameter, String value) throws SQLException {
        try (var connection = DriverManager.getConnection(settings.get("AKASHI_DB_URL"), "postgres", ADMIN);
                var statement = connection.createStatement()) {
            statement.execute("alter system set " + parameter + " = " + value);
            statement.execute("select pg_reload_conf()");
        }
    }

    /** A command of the packaged program with this site's settings. */
    ProcessBuilder command(String... words) {
        var builder = Packaged.command(folder, words);
        builder.environment().keySet().removeIf(name -> name.startsWith("AKASHI_"));
        builder.environment().putAll(settings);
        return builder;
    }

    /** Runs a command to its end. */
    Check run(String... words) throws IOException, InterruptedException {
        var process = command(words).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Check(process.waitFor(), said);
    }

    /** What is done while the site is served. */
    interface Served {
        void by(Visitor manager, Visitor officer) throws Exception;
    }

    /** Starts the program, lets both do what they came for at their terminals, and stops it. */
    void serve(Served served) throws Exception {
        var said = folder.resolve("serve.log");
        var serving = command("serve")
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()))
                .start();
        try (var manager = Visitor.at("127.0.0.1", address(), certificate());
                var officer = Visitor.at("127.0.0.2", address(), certificate())) {
            awaitReady(serving, manager, said);
            served.by(manager, officer);
        } finally {
            stop(serving);
        }
    }

    private static void stop(Process serving) throws InterruptedException {
        serving.destroy();
        if (!serving.waitFor(60, TimeUnit.SECONDS)) {
            serving.destroyForcibly();
            throw new IllegalStateException("serve did not stop within a minute of being asked to");
        }
    }

    private static void awaitReady(Process serving, Visitor visitor, Path said) throws Exception {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (!serving.isAlive()) {
                throw new IOException("serve ended:\n" + told(said));
            }
            try {
                if (visitor.open("/actuator/health/readiness") == 200) {
                    return;
                }
            } catch (IOException notYet) {
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
        throw new IOException("serve was not ready in time:\n" + told(said));
    }

    /** What it said, and its log. */
    private static String told(Path said) throws IOException {
        var log = said.resolveSibling("var/akashi.log");
        return Files.readString(said) + (Files.exists(log) ? Files.readString(log) : "");
    }

    @Override
    public void close() throws IOException {
        asDatabase(List.of(PROGRAMS.resolve("pg_ctl").toString(), "-D", data(), "-m", "immediate", "-w", "stop"));
        owned("/bin/rm", "-rf", database.toString());
    }

    private String data() {
        return database.resolve("data").toString();
    }

    private void start() throws Exception {
        var keys = store();
        var _ = pem(
                database.resolve("server.crt"),
                "CERTIFICATE",
                keys.getCertificate("site").getEncoded());
        var _ = pem(
                database.resolve("server.key"),
                "PRIVATE KEY",
                keys.getKey("site", STORE.toCharArray()).getEncoded());
        Files.writeString(database.resolve("password"), ADMIN);
        if (root()) {
            owned("/bin/chown", "-R", "postgres", database.toString());
        }
        asDatabase(List.of(
                PROGRAMS.resolve("initdb").toString(),
                "-D",
                data(),
                "-A",
                "scram-sha-256",
                "-U",
                "postgres",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "--pwfile=" + database.resolve("password")));
        var options =
                "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories='%s' -c ssl=on -c ssl_cert_file=%s -c ssl_key_file=%s"
                        .formatted(port, database, database.resolve("server.crt"), database.resolve("server.key"));
        asDatabase(List.of(
                PROGRAMS.resolve("pg_ctl").toString(),
                "-D",
                data(),
                "-w",
                "-l",
                database.resolve("log").toString(),
                "-o",
                options,
                "start"));
        try (var connection = DriverManager.getConnection(url("postgres"), "postgres", ADMIN);
                var statement = connection.createStatement()) {
            statement.execute("create database akashi encoding 'UTF8' template template0");
        }
    }

    private void writeSettings() throws Exception {
        var keys = store();
        var organization = Files.createDirectories(folder.resolve("organization"));
        for (var name : List.of("units.csv", "posts.csv", "people.csv", "appointments.csv")) {
            try (var file = Site.class.getResourceAsStream("/site/" + name)) {
                if (file == null) {
                    throw new IOException("The organisation of the test site has no " + name);
                }
                Files.write(organization.resolve(name), file.readAllBytes());
            }
        }
        settings.put("AKASHI_DB_URL", url("akashi"));
        settings.put("AKASHI_DB_USER", "aomori_app");
        settings.put("AKASHI_DB_PASSWORD", "the-application-of-a-test");
        settings.put("AKASHI_OWNER_PASSWORD", "the-owner-of-a-test-site");
        settings.put("AKASHI_ADMIN_USER", "postgres");
        settings.put("AKASHI_ADMIN_PASSWORD", ADMIN);
        settings.put("AKASHI_ORIGIN", "akashi.site.test");
        settings.put("AKASHI_KEY_FILE", keyFile().toString());
        settings.put("AKASHI_ORGANIZATION_CSV", organization.toString());
        settings.put("AKASHI_FIRST_TERMINAL_NUMBER", "PC-001");
        settings.put("AKASHI_FIRST_TERMINAL_UNIT", "HQ-SOMU");
        settings.put("AKASHI_FIRST_TERMINAL_PLACE", "総務室");
        settings.put("AKASHI_FIRST_TERMINAL_ADDRESS", "127.0.0.1");
        settings.put("AKASHI_PORT", Integer.toString(Packaged.freePort()));
        settings.put(
                "AKASHI_TLS_CERT",
                pem(
                        folder.resolve("web.crt"),
                        "CERTIFICATE",
                        keys.getCertificate("site").getEncoded()));
        settings.put(
                "AKASHI_TLS_KEY",
                pem(
                        folder.resolve("web.key"),
                        "PRIVATE KEY",
                        keys.getKey("site", STORE.toCharArray()).getEncoded()));
    }

    /** Encrypted and checked, as to another machine. */
    private String url(String name) {
        return "jdbc:postgresql://localhost:" + port + "/" + name + "?sslmode=verify-full&sslrootcert="
                + database.resolve("server.crt");
    }

    private KeyStore store() throws GeneralSecurityException, IOException {
        var file = folder.resolve("store.p12");
        if (!Files.exists(file)) {
            owned(
                    Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "site",
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "SAN=dns:localhost,ip:127.0.0.1",
                    "-startdate",
                    "-1d",
                    "-validity",
                    "30",
                    "-keystore",
                    file.toString(),
                    "-storepass",
                    STORE);
        }
        return KeyStore.getInstance(file.toFile(), STORE.toCharArray());
    }

    /** Runs a program of the database as the account it may run as. */
    private static void asDatabase(List<String> command) throws IOException {
        var line = new ArrayList<String>();
        if (root()) {
            line.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        line.addAll(command);
        owned(line.toArray(String[]::new));
    }

    private static void owned(String... command) throws IOException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException("This failed: " + String.join(" ", command));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static String pem(Path file, String what, byte[] content) throws IOException {
        Files.writeString(
                file,
                "-----BEGIN " + what + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                        + "\n-----END " + what + "-----\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file.toString();
    }
}
