package akashi.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.ledger.Commitment;
import akashi.ledger.Cosigner;
import akashi.ledger.NoteSigner;
import akashi.ledger.Receipt;
import akashi.ledger.TlogProof;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptReportTest {
    private final Sample sample = new Sample();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aTrueReceiptIsExplainedInJapanese() throws IOException {
        Run run = Run.in(Map.of(), "verify", file(sample.receipt), "--key", keys());
        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("検証済み")
                .contains("日時：2026-11-22 22:07:30 +09:00")
                .contains("操作者：職員番号 A10234、職 officer、所属 aomori-chiiki、端末 T-017")
                .contains("依頼者：職員番号 A20001、所属 hachinohe、経路 radio")
                .contains("行為：有無照会 (EXISTENCE)")
                .contains("目的：STOP_AND_QUESTION")
                .contains("事件等の番号：110-0812-0345")
                .contains("許可（規則 existence-own-prefecture、版 3）")
                .contains("対象業務：stolen-vehicle（版 abc）")
                .contains("該当件数：1")
                .contains("示した記録：0198@2")
                .contains("その他：facts: {\"answered\":\"found\"}")
                .contains("照会に使った値：PLATE: 青森330さ12-34 → 青森330さ1234")
                .contains("記載：言動が不審")
                .contains("台帳：" + Sample.ORIGIN)
                .contains("索引 1（0から数える。署名された台帳は 2 件）")
                .contains("立会い：peer.example.jp/witness (2026-11-22 22:07:31 +09:00)")
                .contains("事実かどうかは分かりません");
    }

    @Test
    void aTrueReceiptIsExplainedInEnglish() throws IOException {
        Run run = Run.with("verify", file(sample.receipt), "--key", keys());
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("Verified: ")
                .contains("Who: staff number A10234")
                .contains("Act: existence inquiry (EXISTENCE)")
                .contains("It does not show that what was entered is true.")
                .doesNotContainPattern("[\\u3041-\\u30fe]{4}");
    }

    @Test
    void theLanguageAskedForWinsOverTheEnvironment() throws IOException {
        String file = file(sample.receipt);
        assertThat(Run.in(Map.of("LANG", "ja_JP.UTF-8"), "verify", file, "--lang", "en")
                        .out())
                .startsWith("Not verified");
        assertThat(Run.in(Map.of("LANG", "en_US.UTF-8"), "verify", file, "--lang", "ja")
                        .out())
                .startsWith("未検証");
        assertThat(Run.in(Map.of("LC_ALL", "ja_JP.UTF-8", "LANG", "en_US.UTF-8"), "verify", file)
                        .out())
                .startsWith("未検証");
        assertThat(Run.in(Map.of("LANG", "C.UTF-8"), "verify", file).out()).startsWith("未検証");
        assertThat(Run.in(Map.of("LANG", "fr_FR.UTF-8"), "verify", file).out()).startsWith("Not verified");
    }

    @Test
    void withoutAKeyNothingIsVerified() throws IOException {
        Run run = Run.with("verify", file(sample.receipt));
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).startsWith("Not verified").contains("[no-key]").doesNotContain("A10234");
    }

    @Test
    void aReceiptThatContradictsItselfIsForgedEvenWithoutAKey() throws IOException {
        Run run = Run.with("verify", file(new Receipt("{\"act\":\"LIST\"}", null, sample.receipt.proof())));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).startsWith("Verification failed").contains("[not-included]");
    }

    @Test
    void aBitTurnedInEachPartIsFoundAndNamed() throws IOException {
        String text = new String(sample.receipt.format(), StandardCharsets.UTF_8);
        forged(text.replace("A10234", "A10235"), "not-included");
        forged(text.replace("言動が不審", "言動が不番"), "private-part-altered");
        forged(text.replace("\"salt\":\"AAAA", "\"salt\":\"BAAA"), "private-part-altered");
        forged(text.replace("\\nindex 1\\n", "\\nindex 0\\n"), "not-included");
        forged(text.replace("tlog-proof@v1", "tlog-proof@v3"), "proof-malformed");
        forged(text.replace("\\n2\\n", "\\n3\\n"), "not-included");
        forged(text.replace("\\n2\\n", "\\n02\\n"), "checkpoint-malformed");
        forged(text.replace("akashi.receipt/v1", "akashi.receipt/v0"), "not-a-receipt");
        forged(text.substring(1), "not-a-receipt");
        TlogProof proof = TlogProof.parse(sample.receipt.proof());
        String other = proof.hashes().getFirst().toBase64().replaceFirst("^.", "A");
        forged(text.replace(proof.hashes().getFirst().toBase64(), other), "not-included");
        forged(turned(text, "— " + Sample.ORIGIN + " ", 30), "false-signature");
        forged(turned(text, "— " + sample.witness.verifier().name() + " ", 60), "false-signature");
        forged(text.replace("— " + Sample.ORIGIN, "— " + Sample.ORIGIN + "x"), "unknown-signer");
    }

    /** With one base64 digit behind the mark replaced by another. */
    private static String turned(String text, String mark, int behind) {
        int at = text.indexOf(mark) + mark.length() + behind;
        return text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1);
    }

    private void forged(String text, String reason) throws IOException {
        Path file = Files.writeString(folder.resolve("forged.json"), text);
        Run run = Run.with("verify", file.toString(), "--key", keys());
        assertThat(run.out()).as(reason).contains("[" + reason + "]").startsWith("Verification failed");
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void aReceiptOfAnotherLogIsNotVerified() throws IOException {
        String other = write(
                "other.keys", NoteSigner.generate(Sample.ORIGIN).verifier().text());
        Run run = Run.with("verify", file(sample.receipt), "--key", other);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("[unknown-signer]");
    }

    @Test
    void aReceiptWithoutPrivatePartSaysSo() throws IOException {
        Receipt erased = new Receipt(sample.receipt.entry(), null, sample.receipt.proof());
        assertThat(Run.with("verify", file(erased), "--key", keys()).out())
                .contains("Private part: not in this receipt (erased, or not handed out)");
        Receipt none = sample.receipt(Map.of("act", "SIGN_IN"), null);
        assertThat(Run.with("verify", file(none), "--key", keys()).out())
                .contains("Act: SIGN_IN")
                .contains("Private part: none");
    }

    @Test
    void strangeEntriesArePrintedWithoutHarm() throws IOException {
        Receipt strange = sample.receipt(
                Map.of(
                        "at",
                        "yesterday",
                        "by",
                        "nobody",
                        "act",
                        "\u001b[31mred\u202eder\nVerified",
                        "operations",
                        List.of(1, Map.of()),
                        "decision",
                        Map.of("permitted", "yes"),
                        "records",
                        7),
                null);
        Run run = Run.with("verify", file(strange), "--key", keys());
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("When: yesterday")
                .contains("Act: □[31mred□der□Verified")
                .doesNotContain("\u001b")
                .doesNotContain("\u202e");
    }

    @Test
    void aPrivatePartThatIsNoJsonIsPrintedAsText() throws IOException {
        Receipt.PrivatePart part = Receipt.PrivatePart.of(new byte[16], "plain");
        String commitment = Commitment.of(new byte[16], "plain".getBytes(StandardCharsets.UTF_8))
                .toBase64();
        Receipt receipt = sample.receipt(Map.of("private", commitment), part);
        assertThat(Run.with("verify", file(receipt), "--key", keys()).out()).contains("Text: plain");
    }

    @Test
    void aKeyFileHoldsSeveralKeysAndComments() throws IOException {
        String key = sample.log.verifier().text();
        String old = NoteSigner.generate(Sample.ORIGIN).verifier().text();
        String file = write("many.keys", "# keys of the prefecture\n\n" + old + "\r\n  " + key + "\n" + key + "\n");
        Run run = Run.with("verify", file(sample.receipt), "--key", file);
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("only the ledger's own signature");
    }

    @Test
    void aKeyFileThatHoldsNoKeyIsAWrongCall() throws IOException {
        String file = file(sample.receipt);
        Run empty = Run.with("verify", file, "--key", write("empty.keys", "# nothing\n"));
        assertThat(empty.code()).isEqualTo(2);
        assertThat(empty.err()).contains("holds no key");
        Run broken = Run.with("verify", file, "--key", write("broken.keys", "#\nnot a key\n"));
        assertThat(broken.code()).isEqualTo(2);
        assertThat(broken.err()).contains("Line 2");
    }

    @Test
    void aTrustFileAsksForWitnessesAndRetiresKeys() throws IOException {
        String log = sample.log.verifier().text();
        String witness = "witness peer " + sample.witness.verifier().text();
        String file = file(sample.receipt);
        String good = write("good.trust", "log " + log + " https://police.example.jp/\n" + witness + "\nquorum peer\n");
        assertThat(Run.with("verify", file, "--key", good).code()).isZero();

        String other = "witness other "
                + Cosigner.generate("other.example.jp").verifier().text();
        String strict = write("strict.trust", "log " + log + "\n" + other + "\nquorum other\n");
        Run unwitnessed = Run.with("verify", file, "--key", strict);
        assertThat(unwitnessed.code()).isEqualTo(1);
        assertThat(unwitnessed.out()).contains("[no-quorum]");

        Run retired = Run.with("verify", file, "--key", write("old.trust", "retired 1 " + log + "\n"));
        assertThat(retired.code()).isEqualTo(1);
        assertThat(retired.out()).contains("[retired-key]");

        Run broken = Run.with("verify", file, "--key", write("bad.trust", "log " + log + "\nquorum all\n"));
        assertThat(broken.code()).isEqualTo(2);
        assertThat(broken.err()).contains("Line 2", "no line above defines");
    }

    @Test
    void aFileThatIsNotThereIsAWrongCall() throws IOException {
        Run run = Run.with("verify", folder.resolve("nowhere").toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("cannot be read");
        Run noKey = Run.with("verify", file(sample.receipt), "--key", folder.toString());
        assertThat(noKey.code()).isEqualTo(2);
    }

    @Test
    void aFileTooLargeForAReceiptIsNotRead() throws IOException {
        Path large = folder.resolve("large");
        try (var channel = FileChannel.open(large, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            int written = channel.write(ByteBuffer.allocate(1), Receipt.MAX_BYTES);
            assertThat(written).isOne();
        }
        Run run = Run.with("verify", large.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("too large");
    }

    private String file(Receipt receipt) throws IOException {
        return Files.write(folder.resolve("receipt.json"), receipt.format()).toString();
    }

    private String keys() throws IOException {
        return write(
                "trust.keys",
                sample.log.verifier().text() + "\n" + sample.witness.verifier().text() + "\n");
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
