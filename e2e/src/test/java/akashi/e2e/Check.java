package akashi.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The offline check, run as the program an auditor carries.
 *
 * @param exit its exit status
 * @param output everything it said
 */
record Check(int exit, String output) {
    /** The program as a command line. */
    static String command() {
        return Path.of(System.getProperty("java.home"), "bin/java") + " -jar " + verifier();
    }

    private static Path verifier() {
        return Packaged.top().resolve("verifier/target/verifier-" + System.getProperty("akashi.version") + ".jar");
    }

    static Check of(Path receipt, Path... keys) throws IOException, InterruptedException {
        return run(List.of(receipt.toString()), keys);
    }

    /** Of a whole exported log. */
    static Check all(Path export, Path... keys) throws IOException, InterruptedException {
        return run(List.of("--all", export.toString()), keys);
    }

    private static Check run(List<String> what, Path... keys) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-jar",
                verifier().toString(),
                "verify"));
        command.addAll(what);
        command.addAll(List.of("--lang", "en"));
        for (var key : keys) {
            command.addAll(List.of("--key", key.toString()));
        }
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Check(process.waitFor(), output);
    }
}
