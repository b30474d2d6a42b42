package akashi.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged program under measurement, with a database and samples of its own below {@code var/bench}. */
final class Server implements AutoCloseable {
    private static final Path HUGE_PAGES = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");
    private static final Duration LOADING = Duration.ofHours(3);

    private final Process process;
    private final Path home;
    private final int port;

    private Server(Process process, Path home, int port) {
        this.process = process;
        this.home = home;
        this.port = port;
    }

    /**
     * Starts it and returns when all records are loaded and it takes questions.
     *
     * @param profile whether a flight recording of its processor time is written to {@code var/bench/inquiry.jfr}
     */
    static Server start(int records, int port, boolean profile) throws IOException, InterruptedException {
        var top = Path.of(System.getProperty("akashi.home", ".")).toAbsolutePath();
        return start(top.resolve("var/bench"), records, port, profile);
    }

    /** The same with its data below another folder. */
    static Server start(Path home, int records, int port, boolean profile) throws IOException, InterruptedException {
        return start(
                home,
                port,
                profile
                        ? List.of(
                                "-XX:FlightRecorderOptions:stackdepth=256",
                                "-XX:StartFlightRecording=filename=" + home.resolve("inquiry.jfr")
                                        + ",jdk.CPUTimeSample#enabled=true,jdk.CPUTimeSample#throttle=10ms,dumponexit=true")
                        : List.of(),
                List.of("--records", Integer.toString(records)));
    }

    /** The same with further options for Java and for {@code demo}. */
    static Server start(Path home, int port, List<String> java, List<String> demo)
            throws IOException, InterruptedException {
        var top = Path.of(System.getProperty("akashi.home", ".")).toAbsolutePath();
        Files.createDirectories(home);
        var log = home.resolve("server.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseParallelGC",
                "-XX:+UseCompactObjectHeaders",
                "-Dakashi.home=" + home));
        if (Files.isReadable(HUGE_PAGES)) {
            command.add("-XX:+UseTransparentHugePages"); // as the launcher does
        }
        var cache = top.resolve("server/target/app/start.aot");
        if (Files.isReadable(cache) && java.isEmpty()) {
            command.addAll(List.of("-Dfile.encoding=UTF-8", "-XX:AOTCache=" + cache, "-Xlog:aot=off"));
        }
        command.addAll(java);
        command.addAll(List.of("-jar", program(top).toString(), "demo", "--port", Integer.toString(port)));
        command.addAll(demo);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var server = new Server(process, home, port);
        server.awaitReady(log);
        return server;
    }

    /** What the launcher runs: the program unpacked, where it is. */
    private static Path program(Path top) {
        var unpacked = top.resolve("server/target/app/server-0.1.0-app.jar");
        return Files.exists(unpacked) ? unpacked : top.resolve("server/target/server-0.1.0-app.jar");
    }

    int port() {
        return port;
    }

    Connection connect(String role) throws SQLException {
        try {
            return DriverManager.getConnection(databaseUrl(), role, password(role));
        } catch (IOException e) {
            throw new IllegalStateException("The measured database's address cannot be read", e);
        }
    }

    /** Port of its database, for programs that are not Java. */
    String databasePort() {
        return postmaster(3);
    }

    long pid() {
        return process.pid();
    }

    /** Process number of its database's first process. */
    String databasePid() {
        return postmaster(0);
    }

    private String postmaster(int line) {
        try {
            return Files.readAllLines(home.resolve("var/demo/data/postmaster.pid"))
                    .get(line)
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The measured database does not say where it is", e);
        }
    }

    String password(String role) throws IOException {
        return Files.readString(home.resolve("var/demo/" + role + ".secret")).strip();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:" + databasePort() + "/akashi";
    }

    private void awaitReady(Path log) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + LOADING.toNanos();
        while (System.nanoTime() < deadline) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The measured program ended; see " + log);
            }
            try (var line = new HttpLine(port)) {
                if (line.get("/actuator/health/readiness").status() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // it has not opened its port
            }
        }
        throw new IllegalStateException("The measured program was not ready within " + LOADING + "; see " + log);
    }
}
