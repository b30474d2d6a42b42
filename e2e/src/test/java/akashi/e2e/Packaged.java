package akashi.e2e;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The packaged program and how the tests start it. */
final class Packaged {
    /**
     * A program of a test runs for a minute or two: the compiler that is soon done takes half of the start's time away.
     */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private Packaged() {}

    /** The project's folder. */
    static Path top() {
        return Path.of(System.getProperty("akashi.top", "..")).toAbsolutePath().normalize();
    }

    /** The program as one file. */
    static Path jar() {
        return top().resolve("server/target/server-" + System.getProperty("akashi.version") + "-app.jar");
    }

    /** A sub-command of the program, which keeps everything below the folder, also what it leaves when it is killed. */
    static ProcessBuilder command(Path home, String... words) {
        return command(jar(), home, words);
    }

    /** The same of another file. */
    static ProcessBuilder command(Path jar, Path home, String... words) {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        line.addAll(SHORT_LIVED);
        line.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-Dakashi.home=" + home,
                "-Djava.io.tmpdir=" + home,
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-jar",
                jar.toString()));
        line.addAll(List.of(words));
        return new ProcessBuilder(line).redirectErrorStream(true);
    }

    /** A port nobody listens on, and none the system gives to outgoing connections while the program is stopped. */
    static int freePort() throws IOException {
        IOException last = new IOException("no port was tried");
        for (var attempt = 0; attempt < 100; attempt++) {
            var port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (var free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (BindException taken) {
                last = taken;
            }
        }
        throw last;
    }
}
