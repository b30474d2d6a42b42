package akashi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/**
 * Notes, keys and what witnesses are sent: read or refused, never anything else. Tries the kept examples; with
 * {@code JAZZER_FUZZ=1} one of the tests looks for new ones.
 */
class NoteFuzzTest {
    private static final NoteVerifier LOG =
            NoteVerifier.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    private static final NoteVerifier WITNESS =
            new NoteSigner("witness.example", KeyKind.WITNESS, new byte[Ed25519.KEY]).verifier();

    @FuzzTest(maxDuration = "60s")
    void note(byte[] input) {
        Fuzzed.roundTrip(SignedNote::parse, note -> Text.bytes(note.format()), input);
        SignedNote note = Fuzzed.read(SignedNote::parse, input);
        if (note != null) {
            assertThat(note.format()).isEqualTo(Fuzzed.text(input));
            assertThat(note.open(List.of(LOG, WITNESS))).isNotNull();
        }
    }

    @FuzzTest(maxDuration = "60s")
    void signature(byte[] input) {
        Fuzzed.onlyWay(NoteSignature::parse, NoteSignature::line, input);
        NoteSignature signature = Fuzzed.read(NoteSignature::parse, Fuzzed.text(input));
        if (signature != null) {
            assertThat(WITNESS.time(signature)).isNotNull();
            assertThat(WITNESS.verify("text\n", signature)).isFalse();
        }
    }

    @FuzzTest(maxDuration = "60s")
    void verifierKey(byte[] input) {
        Fuzzed.onlyWay(NoteVerifier::parse, NoteVerifier::text, input);
    }

    @FuzzTest(maxDuration = "60s")
    void signerKey(byte[] input) {
        Fuzzed.onlyWay(NoteSigner::parse, NoteSigner::privateText, input);
    }

    @FuzzTest(maxDuration = "60s")
    void cosignerKey(byte[] input) {
        Fuzzed.onlyWay(Cosigner::parse, Cosigner::privateText, input);
    }

    @FuzzTest(maxDuration = "60s")
    void checkpoint(byte[] input) {
        Fuzzed.onlyWay(Checkpoint::parse, Checkpoint::body, input);
    }

    @FuzzTest(maxDuration = "60s")
    void witnessRequest(byte[] input) {
        Fuzzed.roundTrip(WitnessRequest::parse, request -> Text.bytes(request.format()), input);
    }

    @FuzzTest(maxDuration = "60s")
    void trust(byte[] input) {
        assertThat(Trust.parse(input)).satisfies(outcome -> {
            if (outcome instanceof Trust.Outcome.Read(Trust trust)) {
                assertThat(trust.quorum(trust.keys())).isTrue();
            }
        });
    }
}
