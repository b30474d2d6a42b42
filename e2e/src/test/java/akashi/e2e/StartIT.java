package akashi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot succeed says why, in sentences. */
class StartIT {
    @TempDir
    Path home;

    @Test
    void faultyDefinitionsStopTheStartWithFileLinePathAndTheWayOut() throws Exception {
        var jar = home.resolve("broken.jar");
        Files.copy(Packaged.jar(), jar);
        try (var files = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            var definition = files.getPath("BOOT-INF/classes/operations/wanted.yaml");
            var text = Files.readString(definition);
            assertThat(text).contains("section: ");
            Files.writeString(definition, text.replaceFirst("(?m)^section: ", "sektion: "));
        }
        var said = home.resolve("said");
        var start = Packaged.command(jar, home, "demo", "--port", Integer.toString(Packaged.freePort()))
                .redirectOutput(said.toFile())
                .start();
        try {
            assertThat(start.waitFor(3, TimeUnit.MINUTES)).as("ended by itself").isTrue();
        } finally {
            start.destroyForcibly();
        }
        var output = Files.readString(said, StandardCharsets.UTF_8);

        assertThat(start.exitValue()).as(output).isEqualTo(1);
        assertThat(output)
                .containsPattern("operations/wanted\\.yaml:\\d+ sektion")
                .contains("sektion", "section", "もう一度起動", "start again")
                .doesNotContain("\tat ", "Caused by", "Exception");
    }
}
