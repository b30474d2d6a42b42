package akashi.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The embedded PostgreSQL below a program, stopped, killed and started behind the program's back. */
final class Database {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
    private static final long POLL = TimeUnit.MILLISECONDS.toNanos(20);

    private final Path data;
    private final List<String> command;

    private Database(Path data, List<String> command) {
        this.data = data;
        this.command = command;
    }

    /** The one that runs on this folder; remembers how it was started. */
    static Database running(Path data) throws IOException {
        var pid = pid(data);
        var words = new ArrayList<>(List.of(words(pid)));
        words.set(
                0,
                Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "exe"))
                        .toString());
        if (Files.getOwner(data).getName().equals("root")) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it is
            words.addAll(0, List.of("unshare", "-U"));
        }
        return new Database(data, List.copyOf(words));
    }

    /** Stops it in good order, without waiting for its clients to leave. */
    void stop() throws IOException, InterruptedException {
        signal("INT", pid(data));
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws IOException, InterruptedException {
        signal("KILL", pid(data));
    }

    /** Kills one process that serves the program; PostgreSQL then ends all of them and recovers by itself. */
    void killOneServing() throws IOException, InterruptedException {
        var serving = ProcessHandle.of(pid(data))
                .orElseThrow()
                .children()
                .map(ProcessHandle::pid)
                .filter(pid -> words(pid)[0].contains("akashi_app"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The program is not connected to its database"));
        signal("KILL", serving);
    }

    /** Stops every process of it where it stands: connections stay open, and nothing answers. */
    void freeze() throws IOException, InterruptedException {
        var first = pid(data);
        send("STOP", first);
        for (var process : ProcessHandle.of(first).orElseThrow().children().toList()) {
            send("STOP", process.pid());
        }
    }

    /** Lets every process go on. */
    void thaw() throws IOException, InterruptedException {
        var first = pid(data);
        for (var process : ProcessHandle.of(first).orElseThrow().children().toList()) {
            send("CONT", process.pid());
        }
        send("CONT", first);
    }

    boolean runs() throws IOException {
        return Files.exists(data.resolve("postmaster.pid")) && alive(pid(data));
    }

    /**
     * Starts it again as it was started before, as a site's service manager does; returns when it takes connections.
     */
    void start() throws IOException, InterruptedException {
        var said = data.resolveSibling("restarted.log");
        var file = data.resolve("postmaster.pid");
        Files.deleteIfExists(file);
        var starting = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()))
                .start();
        await("The database did not start", () -> !starting.isAlive() || contains(file, "ready"));
        if (!starting.isAlive()) {
            throw new IllegalStateException("The database ended instead of starting:\n" + Files.readString(said));
        }
    }

    /** Waits for a condition; patient for half a minute. */
    static void await(String otherwise, BooleanSupplier condition) {
        var deadline = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(otherwise);
            }
            LockSupport.parkNanos(POLL);
        }
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        send(name, pid);
        await("Process " + pid + " did not end", () -> !alive(pid));
    }

    private static void send(String name, long pid) throws IOException, InterruptedException {
        var sent = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .inheritIO()
                .start();
        if (sent.waitFor() != 0) {
            throw new IllegalStateException("Process " + pid + " could not be signalled");
        }
    }

    /** Whether it runs; one that ended and that nobody has asked about yet does not. */
    private static boolean alive(long pid) {
        var stat = text(Path.of("/proc", Long.toString(pid), "stat"));
        return !stat.isEmpty() && stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
    }

    private static String[] words(long pid) {
        return text(Path.of("/proc", Long.toString(pid), "cmdline")).split("\0");
    }

    private static boolean contains(Path file, String text) {
        return text(file).contains(text);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            return "";
        }
    }

    private static long pid(Path data) throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
    }
}
