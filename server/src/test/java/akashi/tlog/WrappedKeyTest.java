package akashi.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A ledger's key wrapped by a key in an HSM, which is SoftHSM here. It finds its tokens by a variable of the
 * environment, so whatever speaks to it runs in a process of its own.
 */
class WrappedKeyTest {
    private static final String ORIGIN = "a.example/1";
    private static final String PIN = "482910";

    private final Path folder;

    WrappedKeyTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void wrappedKeySignsAsBeforeAndOnlyWithItsHsm() throws Exception {
        Path library = library();
        Path tokens = Files.createDirectory(folder.resolve("tokens"));
        Path softHsm = Files.writeString(folder.resolve("softhsm2.conf"), "directories.tokendir = " + tokens + "\n");
        assertThat(run(
                        softHsm,
                        List.of(
                                "softhsm2-util",
                                "--init-token",
                                "--free",
                                "--label",
                                "akashi",
                                "--so-pin",
                                "74839201",
                                "--pin",
                                PIN)))
                .contains("initialized");
        Path config = Files.writeString(folder.resolve("hsm.cfg"), """
                name = akashi
                library = %s
                slotListIndex = 0
                attributes(generate, CKO_SECRET_KEY, *) = {
                  CKA_SENSITIVE = true
                  CKA_EXTRACTABLE = false
                  CKA_ENCRYPT = true
                  CKA_DECRYPT = true
                }
                """.formatted(library));
        Path pin = confined(folder.resolve("hsm.pin"), PIN + "\n");
        Path file = folder.resolve("ledger.key");
        String verifier = LedgerKey.generate(file, ORIGIN);
        String plain = Files.readString(file).strip();

        assertThat(probe(softHsm, "wrap", file, config, pin)).contains("wrapped");
        assertThat(Files.readString(file)).startsWith("akashi.wrapped-key/v1\n").doesNotContain(plain);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(probe(softHsm, "read", file, config, pin)).contains(verifier);

        Path wrongPin = confined(folder.resolve("hsm.pin"), "000000\n");
        assertThat(probe(softHsm, "read", file, config, wrongPin))
                .contains("cannot be unwrapped")
                .doesNotContain(PIN);
        Path _ = confined(folder.resolve("hsm.pin"), PIN + "\n");
        String text = Files.readString(file);
        Path _ = confined(file, text.replace("key akashi-wrap", "key other"));
        assertThat(probe(softHsm, "read", file, config, pin)).contains("no key other");
        char turned = text.charAt(text.length() - 20) == 'A' ? 'B' : 'A';
        Path _ = confined(file, text.substring(0, text.length() - 20) + turned + text.substring(text.length() - 19));
        assertThat(probe(softHsm, "read", file, config, pin)).contains("cannot be unwrapped");
    }

    @Test
    void fileThatIsNotWrittenAsWrappedKeysAreIsRefused() throws Exception {
        Path file = confined(folder.resolve("ledger.key"), "akashi.wrapped-key/v1\nnonsense\n");
        assertThatThrownBy(() -> LedgerKey.verifier(file, ORIGIN))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not written as");
        Path gone = confined(
                folder.resolve("gone.key"), "akashi.wrapped-key/v1\npkcs11 /nowhere\npin-file /nowhere\nkey x\nAAAA\n");
        assertThatThrownBy(() -> LedgerKey.verifier(gone, ORIGIN)).hasMessageContaining("cannot be unwrapped");
    }

    private static Path library() {
        var found = Stream.of("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so")
                .map(Path::of)
                .filter(Files::exists)
                .findFirst();
        if (found.isEmpty()) {
            System.err.println("SKIPPED: keys in an HSM are not tested, the Debian package softhsm2 is missing");
        }
        assumeTrue(found.isPresent(), "the Debian package softhsm2 is missing");
        return found.orElseThrow();
    }

    private static Path confined(Path file, String text) throws Exception {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static String probe(Path softHsm, String what, Path... files) throws Exception {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Probe.class.getName(),
                what));
        for (Path file : files) {
            command.add(file.toString());
        }
        return run(softHsm, command);
    }

    private static String run(Path softHsm, List<String> command) throws Exception {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SOFTHSM2_CONF", softHsm.toString());
        var process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    /** What speaks to the HSM. */
    static final class Probe {
        private Probe() {}

        static void main(String[] args) {
            try {
                if (args[0].equals("wrap")) {
                    KeyFile.wrap(Path.of(args[1]), "test", Path.of(args[2]), Path.of(args[3]), "akashi-wrap");
                    System.out.println("wrapped");
                } else {
                    System.out.println(LedgerKey.verifier(Path.of(args[1]), ORIGIN));
                }
            } catch (IllegalStateException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
