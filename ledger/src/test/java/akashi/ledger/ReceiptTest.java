package akashi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReceiptTest {
    private static final String ORIGIN = "example.jp/ledger";
    private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);

    private final NoteSigner log = NoteSigner.generate(ORIGIN);
    private final Cosigner witness = Cosigner.generate("witness.example.jp/w1");
    private final Receipt.PrivatePart secret =
            Receipt.PrivatePart.of(Commitment.newSalt(new SecureRandom()), "{\"text\":\"青森\"}");
    private final String entry = CanonicalJson.text(
            Map.of("act", "EXISTENCE", "private", secret.commitment().toBase64()));
    private final Receipt receipt = receipt(entry, secret);

    @Test
    void aReceiptIsReadAsItWasWritten() {
        assertThat(Receipt.parse(receipt.format())).isEqualTo(receipt);
        Receipt bare = new Receipt(entry, null, receipt.proof());
        assertThat(Receipt.parse(bare.format())).isEqualTo(bare);
        assertThat(new String(receipt.format(), StandardCharsets.UTF_8))
                .startsWith("{\"entry\":")
                .endsWith("}\n")
                .doesNotContain(log.verifier().text());
    }

    @Test
    void aTrueReceiptIsVerified() {
        assertThat(receipt.verify(log.verifier()))
                .isEqualTo(new Verdict.Verified(3, 7, ORIGIN, null, List.of(), Verdict.PrivatePart.MATCHES));
    }

    @Test
    void aWitnessAddsItsTime() {
        TlogProof proof = TlogProof.parse(receipt.proof());
        SignedNote note = SignedNote.parse(proof.checkpoint());
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        Cosigner second = Cosigner.generate("witness.example.jp/w2");
        SignedNote cosigned =
                note.with(List.of(witness.cosign(checkpoint, NOW), second.cosign(checkpoint, NOW.minusSeconds(60))));
        Receipt kept =
                new Receipt(entry, null, new TlogProof(proof.index(), proof.hashes(), cosigned.format()).format());
        assertThat(kept.verify(log.verifier(), witness.verifier(), second.verifier()))
                .isEqualTo(new Verdict.Verified(
                        3,
                        7,
                        ORIGIN,
                        NOW,
                        List.of("witness.example.jp/w1", "witness.example.jp/w2"),
                        Verdict.PrivatePart.ABSENT));
        assertThat(kept.verify(witness.verifier())).isEqualTo(no(Verdict.Reason.UNKNOWN_SIGNER));
    }

    @Test
    void withoutAKeyNothingIsVerified() {
        assertThat(receipt.verify()).isEqualTo(no(Verdict.Reason.NO_KEY));
    }

    @Test
    void anEntryWithoutCommitmentHasNoPrivatePart() {
        String plain = "{\"act\":\"LIST\"}";
        assertThat(receipt(plain, null).verify(log.verifier()))
                .isEqualTo(new Verdict.Verified(3, 7, ORIGIN, null, List.of(), Verdict.PrivatePart.NONE));
        assertThat(receipt(plain, secret).verify(log.verifier())).isEqualTo(no(Verdict.Reason.PRIVATE_PART_UNEXPECTED));
    }

    @Test
    void aChangedPrivatePartIsFound() {
        Receipt.PrivatePart other = new Receipt.PrivatePart(secret.salt(), secret.body() + " ");
        assertThat(new Receipt(entry, other, receipt.proof()).verify(log.verifier()))
                .isEqualTo(no(Verdict.Reason.PRIVATE_PART_ALTERED));
        Receipt.PrivatePart salted = Receipt.PrivatePart.of(new byte[16], secret.body());
        assertThat(new Receipt(entry, salted, receipt.proof()).verify(log.verifier()))
                .isEqualTo(no(Verdict.Reason.PRIVATE_PART_ALTERED));
    }

    @Test
    void aChangedEntryIsFound() {
        String other = CanonicalJson.text(Map.of("act", "CONTENT"));
        assertThat(new Receipt(other, null, receipt.proof()).verify(log.verifier()))
                .isEqualTo(no(Verdict.Reason.NOT_INCLUDED));
        for (String malformed : List.of("", "[]", "{\"a\": 1}", "{\"b\":1,\"a\":2}", "{")) {
            assertThat(new Receipt(malformed, null, receipt.proof()).verify(log.verifier()))
                    .isEqualTo(no(Verdict.Reason.ENTRY_MALFORMED));
        }
    }

    @Test
    void aChangedProofIsFound() {
        TlogProof proof = TlogProof.parse(receipt.proof());
        TlogProof moved = new TlogProof(2, proof.hashes(), proof.checkpoint());
        assertThat(with(moved.format()).verify(log.verifier())).isEqualTo(no(Verdict.Reason.NOT_INCLUDED));
        assertThat(with("nonsense").verify(log.verifier())).isEqualTo(no(Verdict.Reason.PROOF_MALFORMED));
        for (String checkpoint : List.of("nonsense", "o\n\n— x AAAAAAA=\n")) {
            TlogProof unsigned = new TlogProof(3, proof.hashes(), checkpoint);
            assertThat(with(unsigned.format()).verify(log.verifier()))
                    .isEqualTo(no(Verdict.Reason.CHECKPOINT_MALFORMED));
        }
    }

    @Test
    void aForgedSignatureIsFound() {
        TlogProof proof = TlogProof.parse(receipt.proof());
        SignedNote note = SignedNote.parse(proof.checkpoint());
        SignedNote forged = new SignedNote(note.text(), List.of(log.sign("other\n")));
        TlogProof bad = new TlogProof(3, proof.hashes(), forged.format());
        assertThat(with(bad.format()).verify(log.verifier())).isEqualTo(no(Verdict.Reason.FALSE_SIGNATURE));
        assertThat(receipt.verify(NoteSigner.generate(ORIGIN).verifier())).isEqualTo(no(Verdict.Reason.UNKNOWN_SIGNER));
    }

    @Test
    void theKeyOfAnotherLogDoesNotCount() {
        NoteSigner other = NoteSigner.generate("other.jp/ledger");
        TlogProof proof = TlogProof.parse(receipt.proof());
        SignedNote note = SignedNote.of(
                Checkpoint.parse(SignedNote.parse(proof.checkpoint()).text()), other);
        TlogProof foreign = new TlogProof(3, proof.hashes(), note.format());
        assertThat(with(foreign.format()).verify(other.verifier())).isEqualTo(no(Verdict.Reason.OTHER_LOG));
    }

    @Test
    void whateverBitIsTurnedNothingIsVerified() {
        byte[] file = receipt.format();
        Seeded.forAll(2000, random -> {
            byte[] forged = Seeded.flipped(random, file);
            Verdict verdict;
            try {
                verdict = Receipt.parse(forged).verify(log.verifier());
            } catch (MalformedException e) {
                return;
            }
            assertThat(verdict).isInstanceOf(Verdict.NotVerified.class);
        });
    }

    @Test
    void whatIsNotAReceiptIsRefused() {
        String good = new String(receipt.format(), StandardCharsets.UTF_8);
        for (String text : List.of(
                "",
                "[]",
                "{}",
                good + "\n",
                " " + good,
                good.replace("receipt/v1", "receipt/v2"),
                good.replace("\"entry\"", "\"entri\""),
                good.replace("{\"entry\"", "{\"a\":1,\"entry\""),
                good.replace("\"salt\"", "\"sald\""),
                good.replaceAll("\"salt\":\"[^\"]*\"", "\"salt\":\"AAAA\""),
                good.replaceAll("\"private\":\\{.*\\},\"proof\"", "\"private\":1,\"proof\""),
                "{\"entry\":1,\"format\":\"akashi.receipt/v1\",\"proof\":\"\"}",
                "{\"entry\":\"\",\"format\":\"akashi.receipt/v1\"}",
                "{\"entry\":\"\",\"format\":\"akashi.receipt/v1\",\"private\":null,\"proof\":\"\"}")) {
            assertThatExceptionOfType(MalformedException.class)
                    .as(text)
                    .isThrownBy(() -> Receipt.parse(text.getBytes(StandardCharsets.UTF_8)));
        }
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> Receipt.parse(new byte[Receipt.MAX_BYTES + 1]));
    }

    @Test
    void aCommitmentHidesAndBinds() {
        byte[] salt = new byte[Commitment.SALT];
        Hash commitment = Commitment.of(salt, new byte[] {1});
        assertThat(commitment).isEqualTo(Commitment.of(salt, new byte[] {1}));
        assertThat(commitment).isNotEqualTo(Commitment.of(salt, new byte[] {2}));
        assertThat(commitment).isNotEqualTo(Commitment.of(Commitment.newSalt(new SecureRandom()), new byte[] {1}));
        assertThat(commitment).isNotEqualTo(Merkle.leafHash(new byte[] {1}));
        assertThatIllegalArgumentException().isThrownBy(() -> Commitment.of(new byte[15], new byte[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> Commitment.of(new byte[17], new byte[0]));
    }

    @Test
    void theCommitmentIsTheDocumentedHash() {
        byte[] input = "akashi/commitment/v1\n0123456789abcdefbody".getBytes(StandardCharsets.UTF_8);
        assertThat(Commitment.of(
                        "0123456789abcdef".getBytes(StandardCharsets.UTF_8), "body".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Hash.sha256(input));
    }

    private Receipt with(String proof) {
        return new Receipt(entry, secret, proof);
    }

    private static Verdict no(Verdict.Reason reason) {
        return new Verdict.NotVerified(reason);
    }

    private Receipt receipt(String content, Receipt.@Nullable PrivatePart part) {
        Tiles tiles = new Tiles();
        for (int i = 0; i < 7; i++) {
            String text = i == 3 ? content : "{\"n\":" + i + "}";
            tiles.writer().append(Merkle.leafHash(text.getBytes(StandardCharsets.UTF_8)));
        }
        SignedNote note = SignedNote.of(new Checkpoint(ORIGIN, 7, tiles.writer().root()), log);
        TlogProof proof = new TlogProof(3, Proofs.inclusion(tiles, 3, 7), note.format());
        return new Receipt(content, part, proof.format());
    }
}
