package akashi.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The walk through the API, as the documentation has it: its shell lines run as they stand against the packaged
 * program. Only what depends on the place is replaced: the port, and where verifier and key are.
 */
class ApiDocIT {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");

    @TempDir
    Path folder;

    @Test
    void everyLineOfTheWalkThroughWorksAsItStands() throws Exception {
        for (var needed : new String[] {"bash", "curl", "jq"}) {
            assumeTrue(installed(needed), "SKIPPED: the lines of docs/api.md need " + needed);
        }
        try (var program = Program.in(folder.resolve("home"))) {
            program.start();
            walk(program);
        }
    }

    private void walk(Program program) throws IOException, InterruptedException {
        var script = folder.resolve("walk.sh");
        Files.writeString(script, script(program), StandardCharsets.UTF_8);
        var said = folder.resolve("said");
        var run = new ProcessBuilder("bash", script.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(run.waitFor(2, TimeUnit.MINUTES)).as("ended in time").isTrue();
        var output = Files.readString(said);

        assertThat(run.exitValue()).as(output).isZero();
        assertThat(output)
                .doesNotContain("urn:akashi:problem", "\nnull\n", "\"number\": null", "\"outcome\": null")
                .contains("990001", "FOUND", "プリウス", "RECOVERED", "OK");
    }

    private static String script(Program program) throws IOException {
        var blocks = new ArrayList<String>();
        var found = BLOCK.matcher(Files.readString(Packaged.top().resolve("docs/api.md")));
        while (found.find()) {
            blocks.add(found.group(1));
        }
        assertThat(blocks).as("blocks of shell lines").hasSizeGreaterThan(5);
        var lines = String.join("", blocks);
        assertThat(lines).contains("base=http://127.0.0.1:8610", "./akashi verify ", "var/demo/ledger.pub");
        return "set -eo pipefail; shopt -s expand_aliases\n"
                + lines.replace("base=http://127.0.0.1:8610", "base=" + program.url(""))
                        .replace("./akashi verify ", Check.command() + " verify ")
                        .replace("var/demo/ledger.pub", program.home().resolve("var/demo/ledger.pub") + " --lang en")
                + "echo OK\n";
    }

    private static boolean installed(String name) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", "command -v " + name)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
