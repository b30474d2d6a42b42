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
                select k.grade, r.id, r.number, r.answer from (select record_id, grade from record_key where digest = ('x' || encode(substr(sha256(convert_to('PLATE 青森330さ' || :i, 'UTF8')), 1, 8), 'hex'))::bit(64)::bigint and operation = ('x' || encode(substr(sha256(convert_to('stolen-vehicle', 'UTF8')), 1, 4), 'hex'))::bit(32)::int and until is null limit 50) k join record r on r.id = k.record_id;
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
