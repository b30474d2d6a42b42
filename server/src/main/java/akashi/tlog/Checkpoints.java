package akashi.tlog;

import akashi.ledger.Hash;
import akashi.ledger.NoteSignature;
import akashi.ledger.NoteVerifier;
import akashi.ledger.Proofs;
import akashi.ledger.SignedNote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What this node's ledger has signed, for those who watch it from outside; never an entry. */
@Service
public class Checkpoints {
    private final LedgerNode node;
    private final CheckpointSql checkpoints;
    private final CosignatureSql cosignatures;

    Checkpoints(LedgerNode node, CheckpointSql checkpoints, CosignatureSql cosignatures) {
        this.node = node;
        this.checkpoints = checkpoints;
        this.cosignatures = cosignatures;
    }

    /**
     * A checkpoint as the ledger signed it.
     *
     * @param log number of the ledger within this system
     */
    public record Latest(int log, String origin, long size, SignedNote note) {}

    /**
     * A cosignature that was kept.
     *
     * @param at the time the witness stated
     */
    public record Cosigned(long size, NoteVerifier by, Instant at) {}

    /** The latest checkpoint of this node's ledger; empty before the first. */
    public Optional<Latest> latest() {
        Tip tip = node.sequencer().tip();
        return tip == null
                ? Optional.empty()
                : checkpoints
                        .latest(tip.log(), 0)
                        .map(signed ->
                                new Latest(tip.log(), tip.origin(), signed.size(), SignedNote.parse(signed.note())));
    }

    /** The hashes that show a checkpoint to continue an older tree of its ledger; none from the empty one. */
    public List<Hash> consistency(Latest newer, long older) {
        return older == 0
                ? List.of()
                : Proofs.consistency(new StoredTiles(checkpoints, newer.log()), older, newer.size());
    }

    /** Keeps a cosignature that verified. */
    public void keep(Latest checkpoint, NoteVerifier by, NoteSignature cosignature) {
        Instant at =
                by.time(cosignature).orElseThrow(() -> new IllegalArgumentException("A cosignature states its time"));
        cosignatures.store(
                checkpoint.log(), new CosignatureSql.Row(checkpoint.size(), by.text(), at, cosignature.line()));
    }

    /** The last cosignature of a witness over this ledger. */
    public Optional<Cosigned> lastOf(int log, NoteVerifier by) {
        return cosignatures.lastOf(log, by.text()).map(row -> new Cosigned(row.size(), by, row.at()));
    }

    /** The latest cosignatures of these witnesses, largest tree first. */
    public List<Cosigned> latestBy(int log, List<NoteVerifier> witnesses, int limit) {
        return cosignatures.latest(log, 0, limit).stream()
                .flatMap(row -> witnesses.stream()
                        .filter(witness -> witness.text().equals(row.key()))
                        .map(witness -> new Cosigned(row.size(), witness, row.at())))
                .toList();
    }
}
