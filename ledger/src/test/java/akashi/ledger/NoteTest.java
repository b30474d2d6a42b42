package akashi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);

    private final NoteSigner log = NoteSigner.generate("example.jp/ledger");
    private final Cosigner witness = Cosigner.generate("witness.example.jp/w1");
    private final Checkpoint checkpoint = new Checkpoint("example.jp/ledger", 7, Hash.sha256(new byte[] {7}));
    private final SignedNote note = SignedNote.of(checkpoint, log);

    @Test
    void aSignedNoteIsReadAsItWasWritten() {
        SignedNote cosigned = note.with(List.of(witness.cosign(checkpoint, NOW)));
        assertThat(SignedNote.parse(cosigned.format())).isEqualTo(cosigned);
        assertThat(SignedNote.parse(cosigned.format().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(cosigned);
        assertThat(cosigned.with(cosigned.signatures())).isEqualTo(cosigned);
    }

    @Test
    void severalSignaturesOpenANoteAndUnknownOnesAreIgnored() {
        NoteSignature time = witness.cosign(checkpoint, NOW);
        NoteSignature stranger = NoteSigner.generate("example.jp/ledger").sign(note.text());
        SignedNote all = note.with(List.of(stranger, time));
        assertThat(all.open(List.of(log.verifier(), witness.verifier())))
                .isInstanceOfSatisfying(Opening.Opened.class, opened -> {
                    assertThat(opened.verified())
                            .extracting(Opening.Signed::by)
                            .containsExactly(log.verifier(), witness.verifier());
                    assertThat(opened.verified())
                            .extracting(signed -> signed.time().orElse(Instant.EPOCH))
                            .containsExactly(Instant.EPOCH, NOW);
                    assertThat(opened.unknown()).containsExactly(stranger);
                });
    }

    @Test
    void aFalseSignatureOfAKnownKeySpoilsTheNote() {
        NoteSignature other = log.sign("another text\n");
        SignedNote spoiled = new SignedNote(note.text(), List.of(other));
        assertThat(spoiled.open(List.of(log.verifier()))).isEqualTo(new Opening.FalseSignature(log.verifier()));
    }

    @Test
    void aRepeatedSignatureCountsOnce() {
        NoteSignature signature = note.signatures().getFirst();
        SignedNote twice = new SignedNote(note.text(), List.of(signature, signature));
        assertThat(twice.open(List.of(log.verifier())))
                .isEqualTo(new Opening.Opened(List.of(new Opening.Signed(log.verifier(), signature)), List.of()));
    }

    @Test
    void aNoteWithoutAKnownSignatureStaysShut() {
        assertThat(note.open(List.of(witness.verifier()))).isEqualTo(new Opening.NoKnownSignature());
    }

    @Test
    void twoKeysOfOneNameAndNumberAreRefused() {
        List<NoteVerifier> twice =
                List.of(log.verifier(), NoteVerifier.parse(log.verifier().text()));
        assertThatIllegalArgumentException().isThrownBy(() -> note.open(twice)).withMessageContaining("ambiguous");
    }

    @Test
    void aCosignatureHoldsForItsTimeAndTextOnly() {
        NoteSignature signature = witness.cosign(checkpoint, NOW);
        assertThat(witness.verifier().verify(note.text(), signature)).isTrue();
        assertThat(witness.verifier().verify(note.text() + "more\n", signature)).isFalse();
        byte[] later = signature.bytes().clone();
        later[7]++;
        NoteSignature moved = new NoteSignature(signature.name(), signature.id(), later);
        assertThat(witness.verifier().verify(note.text(), moved)).isFalse();
        NoteSignature cut = new NoteSignature(signature.name(), signature.id(), new byte[71]);
        assertThat(witness.verifier().verify(note.text(), cut)).isFalse();
        assertThat(log.verifier().verify(note.text(), signature)).isFalse();
    }

    @Test
    void timesBeyondTheCalendarAreNoTimes() {
        byte[] far = new byte[72];
        far[0] = 0x7f;
        assertThat(witness.verifier().time(new NoteSignature("w", 1, far))).isEmpty();
        assertThat(log.verifier().time(note.signatures().getFirst())).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> witness.cosign(checkpoint, Instant.ofEpochSecond(-1)));
    }

    @Test
    void keysAndSignaturesAreComparedByContent() {
        NoteSignature signature = note.signatures().getFirst();
        assertThat(NoteSignature.parse(signature.line())).isEqualTo(signature).hasSameHashCodeAs(signature);
        assertThat(signature).hasToString(signature.line()).isNotEqualTo(log.sign("other\n"));
        NoteVerifier other = NoteSigner.generate(log.verifier().name()).verifier();
        assertThat(other).isNotEqualTo(log.verifier()).doesNotHaveSameHashCodeAs(log.verifier());
    }

    @Test
    void keysAreReadAsTheyWereWritten() {
        assertThat(NoteVerifier.parse(log.verifier().text())).isEqualTo(log.verifier());
        assertThat(NoteVerifier.parse(witness.verifier().text()).kind()).isEqualTo(KeyKind.WITNESS);
        assertThat(NoteSigner.parse(log.privateText()).sign("x\n")).isEqualTo(log.sign("x\n"));
        assertThat(Cosigner.parse(witness.privateText()).cosign(checkpoint, NOW))
                .isEqualTo(witness.cosign(checkpoint, NOW));
    }

    @Test
    void aPrivateKeyIsNeverShownByAccident() {
        assertThat(log.toString()).isEqualTo(log.verifier().toString());
        assertThat(witness.toString()).isEqualTo(witness.verifier().toString());
    }

    @Test
    void aKeyOfOneKindIsNotReadAsTheOther() {
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> NoteSigner.parse(witness.privateText()));
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> Cosigner.parse(log.privateText()));
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> NoteSigner.parse(log.verifier().text()));
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> NoteVerifier.parse(log.privateText()));
    }

    @Test
    void aKeyWhoseNumberBelongsToAnotherIsRefused() {
        String text = log.verifier().text();
        int plus = text.indexOf('+');
        String other = text.substring(0, plus) + "+00000000" + text.substring(plus + 9);
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> NoteVerifier.parse(other));
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> NoteSigner.parse(log.privateText().replaceAll("\\+[0-9a-f]{8}\\+", "+00000000+")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a+b", "a\u3000b", "a\u00a0b", "a\nb", "a\u0085b"})
    void aKeyNameHasNeitherSpacesNorAPlus(String name) {
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> NoteSigner.generate(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "text",
                "text\n",
                "text\n\n",
                "text\n\n— a",
                "text\n\n— a \n",
                "text\n\n— a AAAAAAA=",
                "text\n\n- a AAAAAAA=\n",
                "text\n\n— a AAAAAA==\n",
                "text\n\n— a+b AAAAAAA=\n",
                "text\n\n— a AAAAAAA\n",
                "te\txt\n\n— a AAAAAAA=\n",
                "text\n\n— a AAAAAAA=\n\n",
                "text\n\n— a AAAAAAA=\nrest\n",
            })
    void whatIsNotANoteIsRefused(String text) {
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> SignedNote.parse(text));
    }

    @Test
    void aNoteMayHaveAnEmptyLineInItsText() {
        SignedNote read = SignedNote.parse("one\n\ntwo\n\n— a AAAAAAA=\n");
        assertThat(read.text()).isEqualTo("one\n\ntwo\n");
    }

    @Test
    void aHundredSignaturesAreReadAndNoMore() {
        String line = "— a AAAAAAA=\n";
        assertThat(SignedNote.parse("x\n\n" + line.repeat(100)).signatures()).hasSize(100);
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> SignedNote.parse("x\n\n" + line.repeat(101)));
        List<NoteSignature> many =
                new ArrayList<>(Collections.nCopies(101, note.signatures().getFirst()));
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> new SignedNote("x\n", many));
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> new SignedNote("x\n", List.of()));
    }

    @Test
    void anOverlongNoteIsRefused() {
        String text = "x".repeat(SignedNote.MAX_BYTES) + "\n\n— a AAAAAAA=\n";
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> SignedNote.parse(text));
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> SignedNote.parse(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] bytes = note.format().getBytes(StandardCharsets.UTF_8);
        bytes[0] = (byte) 0xff;
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> SignedNote.parse(bytes));
    }

    @Test
    void aCheckpointIsReadAsItWasWritten() {
        Checkpoint extended = new Checkpoint("o", 0, Merkle.emptyRoot(), List.of("one", "two"));
        assertThat(Checkpoint.parse(extended.body())).isEqualTo(extended);
        assertThat(Checkpoint.parse(checkpoint.body())).isEqualTo(checkpoint);
        assertThat(checkpoint.body()).startsWith("example.jp/ledger\n7\n").endsWith("=\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "o\n1\n",
                "o\n1\nYmFuYW5hcw==\n",
                "\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "o\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "o\n+1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "o\n\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "o\n１\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "o\n9223372036854775808\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "o\n99999999999999999999\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
                "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n",
                "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU\n",
                "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n",
                "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nextension",
                "o\r\n1\r\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\r\n",
            })
    void whatIsNotACheckpointIsRefused(String body) {
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> Checkpoint.parse(body));
    }

    @Test
    void theLargestSizeIsRead() {
        String body = "o\n9223372036854775807\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
        assertThat(Checkpoint.parse(body).size()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void impossibleCheckpointsAreNotMade() {
        Hash root = Merkle.emptyRoot();
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("", 1, root));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("a\nb", 1, root));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("a", -1, root));
        assertThatIllegalArgumentException().isThrownBy(() -> new Checkpoint("a", 1, root, List.of("")));
    }
}
