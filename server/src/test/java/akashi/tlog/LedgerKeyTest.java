package akashi.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerKeyTest {
    private final Path folder;

    LedgerKeyTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void newKeyIsReadableByItsOwnerAloneAndReadBack() throws Exception {
        Path file = folder.resolve("new/ledger.key");
        String verifier = LedgerKey.generate(file, "a.example/1");

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(LedgerKey.read(file, "a.example/1").verifier().text()).isEqualTo(verifier);
    }

    @Test
    void keyInUseIsNeverOverwritten() {
        Path file = folder.resolve("ledger.key");
        String _ = LedgerKey.generate(file, "a.example/1");

        assertThatThrownBy(() -> LedgerKey.generate(file, "a.example/1")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void keyThatOthersCanReadIsRefused() throws Exception {
        Path file = folder.resolve("open.key");
        String _ = LedgerKey.generate(file, "a.example/1");
        Path _ = Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> LedgerKey.read(file, "a.example/1")).hasMessageContaining("0600");
    }

    @Test
    void missingForeignAndBrokenKeysAreRefusedBySayingSo() throws Exception {
        Path file = folder.resolve("b.key");
        assertThatThrownBy(() -> LedgerKey.read(file, "a.example/1")).hasMessageContaining("no key");
        String _ = LedgerKey.generate(file, "b.example/1");
        assertThatThrownBy(() -> LedgerKey.read(file, "a.example/1")).hasMessageContaining("belongs to b.example/1");
        Path _ = Files.writeString(file, "nonsense");
        assertThatThrownBy(() -> LedgerKey.read(file, "a.example/1")).hasMessageContaining("holds no ledger key");
    }
}
