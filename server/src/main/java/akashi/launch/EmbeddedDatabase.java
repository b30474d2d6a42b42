package akashi.launch;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The PostgreSQL 18 that {@code demo} runs on: durable settings, passwords on every role, loopback only, everything
 * below one folder. A server that a killed demo left behind is stopped in good order before a new one starts on its
 * data.
 */
final class EmbeddedDatabase implements AutoCloseable {
    private static final String NAME = "akashi";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How long a server left behind has to stop in good order. */
    private static final Duration ASKED = Duration.ofSeconds(10);

    private final EmbeddedPostgres server;
    private final Folder folder;

    private EmbeddedDatabase(EmbeddedPostgres server, Folder folder) {
        this.server = server;
        this.folder = folder;
    }

    /** Starts the server on the folder's data, making it at first use. Takes 1 to 6 s. */
    static EmbeddedDatabase start(Folder folder) {
        folder.create();
        stopOrphan(folder);
        var data = folder.path().resolve("data");
        var first = !Files.exists(data.resolve("PG_VERSION"));
        try {
            var builder = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(
                            folder.path().resolve("postgresql").toFile())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(PATIENCE)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("shared_buffers", buffers() + "MB")
                    .setServerConfig("password_encryption", "scram-sha-256")
                    .setErrorRedirector(said(folder))
                    .setOutputRedirector(said(folder))
                    .setConnectConfig("password", folder.secret("postgres.secret"));
            var database = new EmbeddedDatabase(builder.start(), folder);
            if (first) {
                database.prepare(data);
            }
            return database;
        } catch (IOException | IllegalStateException e) {
            throw new Broken(folder, e);
        }
    }

    /**
     * Megabytes the server keeps of its tables: an eighth of the machine's memory, from 128 to 4,096. The keys of
     * records stay there, whatever the operating system does with what it has read.
     */
    private static long buffers() {
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Math.clamp(machine.getTotalMemorySize() >> 23, 128, 4096);
    }

    /** The data below the folder cannot be used; the demo can only begin again. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(Folder folder, Throwable cause) {
            super("The embedded PostgreSQL below " + folder.path() + " did not start", cause);
        }
    }

    private static ProcessBuilder.Redirect said(Folder folder) {
        return ProcessBuilder.Redirect.appendTo(
                folder.path().resolve("postgresql.log").toFile());
    }

    /** Stops the server that a killed demo left running on this folder, if any. */
    static void stopOrphan(Folder folder) {
        stopOrphan(folder, ASKED);
    }

    /**
     * The same, asking for so long. One that does not stop when asked is ended at once, and its data is recovered by
     * the next start as after a power cut: PostgreSQL 18 waits for ever when it is asked during the recovery that
     * follows the death of one of its processes.
     */
    static void stopOrphan(Folder folder, Duration asked) {
        var pidFile = folder.path().resolve("data/postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            var orphan = ProcessHandle.of(pid).filter(EmbeddedDatabase::isPostgres);
            if (orphan.isPresent()) {
                if (!ends(orphan.get(), "INT", asked) && !ends(orphan.get(), "QUIT", PATIENCE)) {
                    throw new Refusal("A PostgreSQL (process " + pid + ") still uses " + folder.path()
                            + " and did not stop; stop it first.");
                }
                System.out.println("前回の PostgreSQL（プロセス " + pid + "）を止めました。/ Stopped a database left behind.");
            }
            Files.deleteIfExists(pidFile);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while a database left behind was stopping.");
        } catch (IOException | ExecutionException e) {
            throw new Refusal("The database left behind in " + folder.path() + " could not be stopped; stop it first.");
        }
    }

    /** Sends a signal: INT asks it to disconnect everybody and write its data, QUIT ends it as it is. */
    private static boolean ends(ProcessHandle server, String signal, Duration patience)
            throws IOException, InterruptedException, ExecutionException {
        var _ = new ProcessBuilder("sh", "-c", "kill -" + signal + " " + server.pid())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        try {
            var _ = server.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + NAME;
    }

    String password(String role) {
        return folder.secret(role + ".secret");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not stop", e);
        }
    }

    /** Roles, database and passwords; from then on nobody connects without one. */
    private void prepare(Path data) throws IOException {
        try (var connection = connect("postgres", "postgres")) {
            for (var role : List.of("akashi_owner", "akashi_app")) {
                execute(connection, "create role " + role + " login password '" + password(role) + "'");
            }
            execute(connection, "create database " + NAME + " owner akashi_owner");
            execute(connection, "revoke all on database " + NAME + " from public");
            execute(connection, "grant connect on database " + NAME + " to akashi_app");
            execute(connection, "alter role postgres password '" + password("postgres") + "'");
            Files.writeString(data.resolve("pg_hba.conf"), """
                    # Written by Akashi's demo: a password for every role, loopback only.
                    local all all scram-sha-256
                    host all all 127.0.0.1/32 scram-sha-256
                    """);
            execute(connection, "select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IllegalStateException("The demo's database could not be prepared", e);
        }
    }

    private Connection connect(String role, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database, role, password(role));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(false);
    }
}
