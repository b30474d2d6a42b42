package akashi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WitnessTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);
    private static final String ORIGIN = "example.jp/ledger";

    private final NoteSigner log = NoteSigner.generate(ORIGIN);
    private final Cosigner cosigner = Cosigner.generate("witness.example.jp/w1");
    private final Memory store = new Memory();
    private final Witness witness =
            new Witness(cosigner, Map.of(ORIGIN, List.of(log.verifier())), store, Clock.fixed(NOW, ZoneOffset.UTC));
    private final NaiveTree tree = Seeded.tree(40);

    @Test
    void aGrowingLogIsCosignedStepByStep() {
        for (int[] step : new int[][] {{0, 0}, {0, 5}, {5, 5}, {5, 17}, {17, 40}}) {
            WitnessAnswer answer = ask(step[0], step[1]);
            assertThat(answer.status()).isEqualTo(200);
            SignedNote note = checkpoint(step[1]);
            String lines = ((WitnessAnswer.Cosigned) answer).line() + "\n";
            List<NoteSignature> good = Witness.cosignatures(note, lines, List.of(witness.verifier()));
            assertThat(good).hasSize(1);
            assertThat(witness.verifier().time(good.getFirst())).contains(NOW);
            assertThat(Witness.cosignatures(checkpoint(39), lines, List.of(witness.verifier())))
                    .isEmpty();
            assertThat(Witness.cosignatures(note, lines, List.of(log.verifier())))
                    .isEmpty();
            assertThat(store.latest(ORIGIN).map(Checkpoint::size)).contains((long) step[1]);
        }
    }

    @Test
    void anOldSizeThatIsNotTheLastCosignedConflicts() {
        assertThat(ask(0, 5).status()).isEqualTo(200);
        assertThat(ask(0, 17)).isEqualTo(new WitnessAnswer.Conflict(5));
        assertThat(ask(4, 17)).isEqualTo(new WitnessAnswer.Conflict(5));
        assertThat(ask(17, 17)).isEqualTo(new WitnessAnswer.Conflict(5));
        assertThat(store.latest(ORIGIN).map(Checkpoint::size)).contains(5L);
    }

    @Test
    void anotherTreeOfTheSameSizeConflicts() {
        assertThat(ask(0, 5).status()).isEqualTo(200);
        SignedNote forked = SignedNote.of(new Checkpoint(ORIGIN, 5, tree.root(6)), log);
        assertThat(ask(new WitnessRequest(5, List.of(), forked))).isEqualTo(new WitnessAnswer.Conflict(5));
    }

    @Test
    void aFirstCheckpointOfAnEmptyTreeHasTheEmptyRoot() {
        SignedNote wrong = SignedNote.of(new Checkpoint(ORIGIN, 0, tree.root(1)), log);
        assertThat(ask(new WitnessRequest(0, List.of(), wrong))).isEqualTo(new WitnessAnswer.Conflict(0));
    }

    @Test
    void aTreeThatDoesNotContinueTheLastOneIsRefused() {
        assertThat(ask(0, 5).status()).isEqualTo(200);
        List<Hash> proof = tree.consistency(5, 17);
        SignedNote other = SignedNote.of(new Checkpoint(ORIGIN, 17, tree.root(18)), log);
        assertThat(ask(new WitnessRequest(5, proof, other)).status()).isEqualTo(422);
        assertThat(ask(new WitnessRequest(5, List.of(), checkpoint(17))).status())
                .isEqualTo(422);
        assertThat(ask(new WitnessRequest(5, List.of(tree.root(1)), checkpoint(5)))
                        .status())
                .isEqualTo(422);
        assertThat(store.latest(ORIGIN).map(Checkpoint::size)).contains(5L);
    }

    @Test
    void aProofFromNothingMustBeEmpty() {
        assertThat(ask(new WitnessRequest(0, List.of(tree.root(1)), checkpoint(5)))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void anOldSizeAboveTheNewOneIsABadRequest() {
        assertThat(ask(new WitnessRequest(6, List.of(), checkpoint(5))).status())
                .isEqualTo(400);
    }

    @Test
    void aLogNobodyKnowsIsNotFound() {
        SignedNote note = SignedNote.of(new Checkpoint("other.jp", 5, tree.root(5)), log);
        assertThat(ask(new WitnessRequest(0, List.of(), note)).status()).isEqualTo(404);
    }

    @Test
    void aCheckpointWithoutATrustedSignatureIsForbidden() {
        SignedNote stranger = SignedNote.of(new Checkpoint(ORIGIN, 5, tree.root(5)), NoteSigner.generate(ORIGIN));
        assertThat(ask(new WitnessRequest(0, List.of(), stranger)).status()).isEqualTo(403);
        SignedNote forged = new SignedNote(checkpoint(5).text(), checkpoint(6).signatures());
        assertThat(ask(new WitnessRequest(0, List.of(), forged)).status()).isEqualTo(403);
        assertThat(store.kept).isEmpty();
    }

    @Test
    void bytesThatAreNoRequestAreABadRequest() {
        String good = new WitnessRequest(0, List.of(), checkpoint(5)).format();
        String noCheckpoint = new SignedNote("o\n", checkpoint(5).signatures()).format();
        for (String body : List.of(
                "",
                "\n\n",
                good.substring(4),
                good.replace("old 0", "old 00"),
                good.replace("old 0", "old -1"),
                good.replace("old 0", "old 0\nxx"),
                "old 0\n\n" + noCheckpoint,
                "old 0\n" + (tree.root(1).toBase64() + "\n").repeat(64) + good.substring(6))) {
            assertThat(witness.addCheckpoint(body.getBytes(StandardCharsets.UTF_8))
                            .status())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(witness.addCheckpoint(new byte[SignedNote.MAX_BYTES + 1]).status())
                .isEqualTo(400);
        assertThat(witness.addCheckpoint(new byte[] {(byte) 0xff}).status()).isEqualTo(400);
    }

    @Test
    void ofTwoRequestsAtOnceOnlyOneIsCosigned() {
        assertThat(ask(0, 5).status()).isEqualTo(200);
        store.meanwhile = Checkpoint.parse(checkpoint(40).text());
        assertThat(ask(5, 17)).isEqualTo(new WitnessAnswer.Conflict(40));
        assertThat(store.latest(ORIGIN).map(Checkpoint::size)).contains(40L);
    }

    @Test
    void aWitnessWatchesLogsOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Witness(cosigner, Map.of(ORIGIN, List.of(cosigner.verifier())), store, Clock.systemUTC()));
    }

    private WitnessAnswer ask(int oldSize, int size) {
        List<Hash> proof = oldSize == 0 || oldSize > size ? List.of() : tree.consistency(oldSize, size);
        return ask(new WitnessRequest(oldSize, proof, checkpoint(size)));
    }

    private WitnessAnswer ask(WitnessRequest request) {
        assertThat(WitnessRequest.parse(request.format().getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(request);
        return witness.addCheckpoint(request.format().getBytes(StandardCharsets.UTF_8));
    }

    private SignedNote checkpoint(int size) {
        return SignedNote.of(new Checkpoint(ORIGIN, size, tree.root(size)), log);
    }

    /** Remembers in memory; can be told that somebody else was faster. */
    private static final class Memory implements WitnessStore {
        private final Map<String, Checkpoint> kept = new HashMap<>();
        private @Nullable Checkpoint meanwhile;

        @Override
        public Optional<Checkpoint> latest(String origin) {
            return Optional.ofNullable(kept.get(origin));
        }

        @Override
        public boolean replace(@Nullable Checkpoint expected, Checkpoint next) {
            if (meanwhile != null) {
                kept.put(meanwhile.origin(), meanwhile);
            }
            boolean unchanged = Objects.equals(kept.get(next.origin()), expected);
            if (unchanged) {
                kept.put(next.origin(), next);
            }
            return unchanged;
        }
    }
}
