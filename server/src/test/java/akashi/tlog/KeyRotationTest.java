package akashi.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akashi.TestDatabase;
import akashi.TestLedger;
import akashi.ledger.CanonicalJson;
import akashi.ledger.NoteVerifier;
import akashi.ledger.Opening;
import akashi.ledger.Receipt;
import akashi.ledger.SignedNote;
import akashi.ledger.Trust;
import akashi.ledger.Verdict;
import akashi.usage.LedgerUnavailable;
import akashi.usage.Proved;
import akashi.usage.SystemUses;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class KeyRotationTest {
    private final Clock clock = Clock.systemUTC();
    private final String name = "rotation-" + UUID.randomUUID();
    private final Path file = TestLedger.key(name);

    private static PGSimpleDataSource application() {
        var source = new PGSimpleDataSource();
        source.setUrl(TestDatabase.url("akashi_app"));
        return source;
    }

    private KeyRotation rotation() {
        return new KeyRotation(application(), file, "akashi.test", name, clock, new SystemUses());
    }

    private TestNode start() {
        return TestNode.start(name, file, clock, Duration.ofSeconds(2));
    }

    private static Receipt receipt(TestNode node, Proved proved) {
        return Receipt.parse(node.receipt(proved, "430001").getBytes(StandardCharsets.UTF_8));
    }

    private static Trust trust(String... lines) {
        var outcome = Trust.parse(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        return ((Trust.Outcome.Read) outcome).trust();
    }

    @Test
    void oldReceiptsStayVerifiableAndTheOldKeyCannotGoOn() throws Exception {
        String oldKey;
        Receipt before;
        try (var node = start()) {
            oldKey = node.log().verifierKey();
            before = receipt(node, node.release("430001"));
        }
        byte[] stolen = Files.readAllBytes(file);

        var rotated = rotation().run();

        Receipt after;
        try (var node = start()) {
            assertThat(node.log().verifierKey()).isEqualTo(rotated.newKey()).isNotEqualTo(oldKey);
            Proved proved = node.release("430001");
            assertThat(proved.index()).isGreaterThanOrEqualTo(rotated.afterSize());
            after = receipt(node, proved);
            node.node().selfCheck().run(proved.log());
            assertThat(node.node().selfCheck().last())
                    .extracting(SelfCheck.Result::fault)
                    .isNull();
        }
        var both = trust("retired " + rotated.afterSize() + " " + oldKey, "log " + rotated.newKey());
        assertThat(before.verify(both)).isInstanceOf(Verdict.Verified.class);
        assertThat(after.verify(both)).isInstanceOf(Verdict.Verified.class);
        assertThat(after.verify(trust("log " + oldKey)))
                .isEqualTo(new Verdict.NotVerified(Verdict.Reason.UNKNOWN_SIGNER));
        assertThat(before.verify(trust("retired 0 " + oldKey, "log " + rotated.newKey())))
                .isEqualTo(new Verdict.NotVerified(Verdict.Reason.RETIRED_KEY));

        // whoever has the old key cannot write this ledger with it
        var _ = Files.write(file, stolen);
        try (var node = start()) {
            assertThatThrownBy(() -> node.release("430001")).isInstanceOf(LedgerUnavailable.class);
        }
    }

    @Test
    void newKeyIsIntroducedByAnEntryAndANoteOfTheOldOne() {
        String oldKey;
        try (var node = start()) {
            oldKey = node.log().verifierKey();
            Proved _ = node.release("430001");
        }

        var rotated = rotation().run();

        var note = SignedNote.parse(rotated.note());
        assertThat(note.text())
                .isEqualTo("akashi.key/v1\nakashi.test/" + name + "\n" + rotated.afterSize() + "\n" + rotated.newKey()
                        + "\n");
        for (String key : List.of(oldKey, rotated.newKey())) {
            assertThat(note.open(List.of(NoteVerifier.parse(key)))).isInstanceOf(Opening.Opened.class);
        }
        var log = LedgerSql.on(application()).log("akashi.test/" + name);
        var leaf = CheckpointSql.on(application())
                .leaves(log, rotated.afterSize() - 1, 1)
                .getFirst();
        assertThat((Map<?, ?>) CanonicalJson.parse(leaf))
                .hasFieldOrPropertyWithValue("act", "LOG_KEY")
                .hasFieldOrPropertyWithValue("facts", Map.of("old", oldKey, "new", rotated.newKey()));
        assertThat(rotated.retired()).exists();
    }

    @Test
    void rotationThatWasStoppedIsEndedByRunningItAgain() throws Exception {
        try (var node = start()) {
            Proved _ = node.release("430001");
        }
        // stopped before anything was stored: the key made then is taken
        String made = LedgerKey.generate(Path.of(file + ".next"), "akashi.test/" + name);
        var rotated = rotation().run();
        assertThat(rotated.newKey()).isEqualTo(made);

        // stopped between the two renames: the new key lies beside, the old one is away
        var _ = Files.move(file, Path.of(file + ".next"));
        var again = rotation().run();
        assertThat(again.newKey()).isEqualTo(made);
        assertThat(again.afterSize()).isEqualTo(rotated.afterSize());
        assertThat(LedgerKey.verifier(file, "akashi.test/" + name)).isEqualTo(made);
    }

    @Test
    void keyOfALedgerInUseIsNotChanged() {
        try (var node = start()) {
            Proved _ = node.release("430001");
            String key = node.log().verifierKey();

            assertThatThrownBy(() -> rotation().run()).isInstanceOf(NotWritten.class);

            assertThat(LedgerKey.verifier(file, "akashi.test/" + name)).isEqualTo(key);
            assertThat(node.release("430001").index()).isEqualTo(1);
        }
    }
}
