package akashi.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.ledger.Checkpoint;
import akashi.ledger.Hash;
import akashi.ledger.Merkle;
import akashi.ledger.NoteSigner;
import akashi.ledger.PrivateBundle;
import akashi.ledger.SignedNote;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogReportTest {
    @TempDir
    Path below;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 96, 97, 255, 256, 257, 512, 1000, 16_384, 16_385, 66_000})
    void aWholeLogVerifiesWhateverItsSize(int size) {
        SampleLog log = SampleLog.write(below, size);
        Run run = log.verify();

        assertThat(run.out())
                .startsWith("Verified")
                .contains(size + " hashed of " + size + " signed")
                .contains((size - (size + 3) / 4) + " match, 0 gone")
                .contains("peer.example.jp/witness (cosignatures: " + (log.checkpoints + 1));
        assertThat(run.code()).isZero();
    }

    @Test
    void withoutAKeyNothingIsVerified() {
        Run run = Run.with("verify", "--all", SampleLog.write(below, 300).folder.toString());

        assertThat(run.out()).startsWith("Not verified").doesNotContain("This shows");
        assertThat(run.code()).isEqualTo(3);
    }

    @Test
    void withAKeyOfSomebodyElseNothingIsVerified() {
        SampleLog log = SampleLog.write(below, 300);
        log.putText(log.keys, NoteSigner.generate(SampleLog.ORIGIN).verifier().text());

        fails(log.verify(), "unknown-signer");
    }

    @Test
    void aFalseCosignatureSpoilsTheCheckpoint() {
        SampleLog log = SampleLog.write(below, 300);
        var checkpoint = new Checkpoint(SampleLog.ORIGIN, 300, Hash.sha256(new byte[0]));
        String true300 = new String(log.get("checkpoint"), StandardCharsets.UTF_8);
        String cosignature = SampleLog.note(checkpoint).lines().toList().getLast();
        log.put("checkpoint", true300.replaceAll("— peer.*", cosignature).getBytes(StandardCharsets.UTF_8));

        fails(log.verify(), "false-signature");
    }

    @Test
    void witnessesThatAreAskedForMustHaveCosigned() {
        SampleLog log = SampleLog.write(below, 300);
        String trust = "log " + SampleLog.SIGNER.verifier().text() + "\nwitness peer "
                + SampleLog.WITNESS.verifier().text() + "\n";
        log.putText(log.keys, trust + "quorum peer\n");
        assertThat(log.verify().out()).startsWith("Verified").contains("over the first 300 entries");

        String other =
                akashi.ledger.Cosigner.generate("other/witness").verifier().text();
        log.putText(log.keys, trust + "witness other " + other + "\nquorum other\n");
        fails(log.verify(), "no-quorum");
    }

    @Test
    void aKeyThatWasRetiredBeforeTheLogWasThatLargeDoesNotCount() {
        SampleLog log = SampleLog.write(below, 300);
        log.putText(log.keys, "retired 200 " + SampleLog.SIGNER.verifier().text() + "\n");

        fails(log.verify(), "retired-key");
    }

    @Test
    void goneAndKeptPrivatePartsAreCountedAcrossBundles() {
        SampleLog log = SampleLog.write(below, 40_000);
        for (int bundle = 60; bundle < 70; bundle++) {
            int first = bundle * 256;
            log.put(
                    path(bundle),
                    PrivateBundle.format(java.util.stream.IntStream.range(0, 256)
                            .filter(place -> SampleLog.hasPrivatePart(first + place))
                            .<PrivateBundle.Part>mapToObj(PrivateBundle.Erased::new)
                            .toList()));
        }

        Run run = log.verify();

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("28080 match, 1920 gone: 15361–17919 (ranges: 1)");
    }

    @Test
    void aPrivatePartOfWhichNothingIsSaidIsFound() {
        SampleLog log = SampleLog.write(below, 600);
        log.put(path(1), new byte[0]);

        fails(log.verify(), "index 257", "private-part-unaccounted");
    }

    @Test
    void aPrivatePartOfAnEntryWithoutOneIsFound() {
        SampleLog log = SampleLog.write(below, 600);
        log.put(path(2), PrivateBundle.format(List.of(new PrivateBundle.Here(0, new byte[16], new byte[0]))));

        fails(log.verify(), "index 512", "private-part-unexpected");
    }

    @Test
    void filesThatAreNoFormatAreFoundWithTheirPlace() {
        SampleLog log = SampleLog.write(below, 600);
        log.put(path(1), new byte[] {1});
        fails(log.verify(), "indices 256 to 511", "private-parts-malformed");

        log.put("tile/entries/001", new byte[] {1});
        fails(log.verify(), "indices 256 to 511", "bundle-malformed");

        log.put("checkpoint", new byte[] {1});
        fails(log.verify(), "index 0", "checkpoint-malformed");
    }

    @Test
    void aMissingTileIsFound() {
        SampleLog log = SampleLog.write(below, 66_000);
        log.remove("tile/0/001");
        log.remove("tile/1/000");

        fails(log.verify(), "indices 256 to 511", "tile-missing");
        assertThat(log.verify().out()).contains("tile/1/000");
    }

    @Test
    void aChangedHigherTileIsToldFromTheEntriesBelowIt() {
        SampleLog log = SampleLog.write(below, 66_000);
        byte[] tile = log.get("tile/1/000");
        tile[3 * Hash.LENGTH] ^= 1;
        log.put("tile/1/000", tile);

        fails(log.verify(), "indices 768 to 1023", "tile-changed");
    }

    @Test
    void aCheckpointOfAnotherLogIsFound() {
        SampleLog log = SampleLog.write(below, 300);
        NoteSigner other = NoteSigner.generate("other.example.jp/1");
        var note = SignedNote.of(new Checkpoint("other.example.jp/1", 200, Merkle.emptyRoot()), other);
        log.putText(below.resolve("kept"), note.format());

        fails(log.verify("--checkpoint", below.resolve("kept").toString()), "other-log");
    }

    @Test
    void aReceiptThatWasKeptIsComparedLikeACheckpoint() {
        SampleLog log = SampleLog.write(below, 300);
        Path kept = below.resolve("receipt.json");
        var proof = new akashi.ledger.TlogProof(
                0, List.of(), SampleLog.note(new Checkpoint(SampleLog.ORIGIN, 97, Hash.sha256(new byte[0]))));
        log.putText(
                kept,
                new String(new akashi.ledger.Receipt("{}", null, proof.format()).format(), StandardCharsets.UTF_8));

        fails(log.verify("--checkpoint", kept.toString()), "indices 0 to 96", "forked");
    }

    @Test
    void whatIsNoExportIsAWrongCall() {
        SampleLog log = SampleLog.write(below, 3);
        assertThat(Run.with("verify", "--all", below.resolve("export/tile").toString())
                        .err())
                .contains("is not an export");
        assertThat(Run.with("verify", "--all", below.resolve("nowhere").toString())
                        .code())
                .isEqualTo(2);
        assertThat(log.verify("--checkpoint", log.keys.toString()).err()).contains("neither a checkpoint nor");
        assertThat(log.verify("--checkpoint", below.resolve("nothing").toString())
                        .code())
                .isEqualTo(2);
    }

    private static String path(int bundle) {
        return akashi.ledger.ExportLayout.privateParts(bundle);
    }

    private static void fails(Run run, String... parts) {
        assertThat(run.out())
                .startsWith("Verification failed")
                .contains("First bad index: ")
                .contains(parts);
        assertThat(run.code()).isEqualTo(1);
    }
}
