package akashi.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Processes that a measurement starts and waits for. */
final class Child {
    private final Path top;
    private final Path home;

    /** With data below that folder of its own. */
    Child(Path top, Path home) {
        this.top = top;
        this.home = home;
    }

    /** What a process said, and how long it lived. */
    record Ended(int status, double seconds, List<String> lines) {}

    /** Runs a class on the class path of the packaged program; its lines are shown as they come. */
    Ended onServer(String type, String... args) throws IOException, InterruptedException {
        return java(true, List.of("-cp", serverPath(), type), args);
    }

    Ended onBench(String type, String... args) throws IOException, InterruptedException {
        return java(false, List.of("-cp", bench().toString(), type), args);
    }

    Ended jar(Path jar, String... args) throws IOException, InterruptedException {
        return java(false, List.of("-jar", jar.toString()), args);
    }

    private Ended java(boolean shown, List<String> what, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseParallelGC",
                "-Dakashi.home=" + home));
        command.addAll(what);
        command.addAll(List.of(args));
        long started = System.nanoTime();
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = new ArrayList<>();
        try (var said = process.inputReader()) {
            said.lines().forEach(line -> {
                lines.add(line);
                if (shown && !line.contains(" INFO ")) {
                    System.out.println(line);
                }
            });
        }
        int status = process.waitFor();
        return new Ended(status, (System.nanoTime() - started) / 1e9, lines);
    }

    private Path bench() {
        return top.resolve("bench/target/bench-0.1.0.jar");
    }

    private String serverPath() {
        Path app = top.resolve("server/target/server-0.1.0-app.jar");
        Path unpacked = home.resolve("app");
        unpack(app, unpacked);
        return bench() + ":" + unpacked.resolve("BOOT-INF/classes") + ":" + unpacked.resolve("BOOT-INF/lib/*");
    }

    /** The class path inside the packaged program, laid out as files once for each build of it. */
    private static void unpack(Path app, Path to) {
        Path stamp = to.resolve("stamp");
        try (var jar = new ZipFile(app.toFile())) {
            String built = Files.getLastModifiedTime(app) + " " + Files.size(app);
            if (Files.exists(stamp) && Files.readString(stamp).equals(built)) {
                return;
            }
            Enumeration<? extends ZipEntry> entries = jar.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                Path file = to.resolve(entry.getName()).normalize();
                if (!entry.isDirectory() && entry.getName().startsWith("BOOT-INF/") && file.startsWith(to)) {
                    Files.createDirectories(file.getParent());
                    Files.write(file, jar.getInputStream(entry).readAllBytes());
                }
            }
            Files.writeString(stamp, built);
        } catch (IOException e) {
            throw new UncheckedIOException("The packaged program cannot be unpacked", e);
        }
    }
}
