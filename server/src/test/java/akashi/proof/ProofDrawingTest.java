package akashi.proof;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.ledger.Checkpoint;
import akashi.ledger.Frontier;
import akashi.ledger.Hash;
import akashi.ledger.Merkle;
import akashi.ledger.NoteSigner;
import akashi.ledger.Proofs;
import akashi.ledger.SignedNote;
import akashi.tlog.SignedCheckpoint;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofDrawingTest {
    private static final NoteSigner KEY = NoteSigner.generate("log.example/1");

    @ParameterizedTest
    @CsvSource({"0,1", "0,2", "1,2", "2,3", "4,5", "6,7", "3,100", "99,100", "96,97", "64,100", "120,256", "200,201"})
    void stepsLeadToTheRootAndThePictureStaysInItsFrame(int index, int size) {
        var frontier = new Frontier();
        var hashes = IntStream.range(0, size)
                .mapToObj(n -> Merkle.leafHash(new byte[] {(byte) n}))
                .toList();
        hashes.forEach(frontier::append);
        List<Hash> path = Proofs.inclusion(
                (level, n, width) -> {
                    byte[] tile = new byte[width * Hash.LENGTH];
                    for (int i = 0; i < width; i++) {
                        hashes.get(i).copyTo(tile, i * Hash.LENGTH);
                    }
                    return tile;
                },
                index,
                size);
        var note = SignedNote.of(new Checkpoint("log.example/1", size, frontier.root()), KEY);
        var signed = new SignedCheckpoint(size, Instant.EPOCH, note.format());

        var drawing = ProofDrawing.of(index, new byte[] {(byte) index}, path, signed, List.of());

        assertThat(drawing.holds()).isTrue();
        assertThat(drawing.steps()).hasSameSizeAs(path);
        assertThat(drawing.boxes()).allSatisfy(box -> {
            assertThat(box.left()).isNotNegative();
            assertThat(box.left() + box.width()).isLessThanOrEqualTo(ProofDrawing.WIDTH);
            assertThat(box.top()).isNotNegative();
            assertThat(box.top() + box.height()).isLessThanOrEqualTo(drawing.height());
        });
        assertThat(drawing.boxes()).extracting(box -> List.of(box.x(), box.y())).doesNotHaveDuplicates();
        assertThat(ProofDrawing.of(index, new byte[] {1, 2}, path, signed, List.of())
                        .holds())
                .isFalse();
    }
}
