package akashi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;

/** {@code pgbench} doing the baseline's two statements, where it is installed. */
final class Pgbench {
    private Pgbench() {}

    static Optional<String> row(Server server, int seconds) throws IOException, InterruptedException {
        var script = Files.createTempFile("akashi", ".sql");
        Files.writeString(script, """
                \\set i random(0, 99999)
                select value, summary from record_key where value = '青森330さ' || :i and kind = 'PLATE' and operation = 'stolen-vehicle' and valid_to = 'infinity' limit 50;
                insert into bench_baseline (at, body) values (now(), decode(repeat('ab', 900), 'hex'));
                """);
        try {
            var builder = new ProcessBuilder(
                            "pgbench",
                            "-n",
                            "-M",
                            "prepared",
                            "-h",
                            "127.0.0.1",
                            "-p",
                            server.databasePort(),
                            "-U",
                            "akashi_app",
                            "-c",
                            "8",
                            "-j",
                            "2",
                            "-T",
                            Integer.toString(seconds),
                            "-f",
                            script.toString(),
                            "akashi")
                    .redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", server.password("akashi_app"));
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output.lines()
                    .filter(line -> line.startsWith("tps"))
                    .map(line -> "pgbench, the same two statements    " + line)
                    .findFirst();
        } catch (IOException notInstalled) {
            return Optional.empty();
        } finally {
            Files.deleteIfExists(script);
        }
    }
}
