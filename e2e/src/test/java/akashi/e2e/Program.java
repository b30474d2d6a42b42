package akashi.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The packaged program, run as {@code demo} in a folder of its own on a port it was given, as a new user would start
 * it. What it prints is kept in {@code demo.log} of that folder.
 */
final class Program implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration POLL = Duration.ofMillis(200);

    private final Path home;
    private final int port;
    private @Nullable Process process;

    private Program(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    /** A program whose database, key and samples will live below the folder; not started yet. */
    static Program in(Path home) {
        try {
            Files.createDirectories(home);
            return new Program(home, Packaged.freePort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it and returns when it says it is ready. */
    void start(String... options) {
        var words = new ArrayList<>(List.of("demo", "--port", Integer.toString(port)));
        words.addAll(List.of(options));
        try {
            process = Packaged.command(home, words.toArray(String[]::new))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        awaitReady();
    }

    Path home() {
        return home;
    }

    Path log() {
        return home.resolve("demo.log");
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** Ends it as {@code kill -9} does: nothing is flushed, nothing is said. */
    void kill() throws InterruptedException {
        var running = running();
        running.destroyForcibly();
        if (!running.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The program could not be killed");
        }
    }

    /** Process id of the program that was started last. */
    long pid() {
        return running().pid();
    }

    /** The embedded database that belongs to this program. */
    Database database() throws IOException {
        return Database.running(home.resolve("var/demo/data"));
    }

    /** A connection to its database as the restricted role, for an onlooker. */
    Connection onlooker() throws IOException, SQLException {
        return DriverManager.getConnection(databaseUrl(), "akashi_app", password("akashi_app"));
    }

    private String databaseUrl() throws IOException {
        var lines = Files.readAllLines(home.resolve("var/demo/data/postmaster.pid"));
        return "jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/akashi";
    }

    private String password(String role) throws IOException {
        return Files.readString(home.resolve("var/demo/" + role + ".secret")).strip();
    }

    /** Asks it to stop, as Ctrl-C does, and waits until it has. */
    @Override
    public void close() {
        if (process == null || !process.isAlive()) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The program did not stop within 30 s of being asked to");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the program stopped", e);
        }
    }

    private void awaitReady() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline) {
                if (!running().isAlive()) {
                    throw new IllegalStateException(
                            "The program ended instead of starting:\n" + Files.readString(log()));
                }
                if (status(client, "/actuator/health/readiness") == 200) {
                    return;
                }
                LockSupport.parkNanos(POLL.toNanos());
            }
            throw new IllegalStateException("The program was not ready in time:\n" + Files.readString(log()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the program started", e);
        }
    }

    /** HTTP status of its health, database and ledger included; 0 while it does not answer. */
    int health() {
        try (var client = HttpClient.newHttpClient()) {
            return status(client, "/actuator/health");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private int status(HttpClient client, String path) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(url(path)))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("The program was not started");
        }
        return process;
    }
}
