package akashi.tlog;

import akashi.ledger.NoteSignature;
import akashi.ledger.NoteVerifier;
import akashi.ledger.SignedNote;
import akashi.ledger.Trust;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The ledger's checkpoints with what witnesses said about them. */
@Component
public class Watched {
    /** Cosignatures looked through for a quorum; more witnesses than this over one tree are not to be expected. */
    private static final int LOOKED_THROUGH = 200;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CosignatureSql cosignatures;
    private final CheckpointSql checkpoints;
    private final ObjectProvider<Watch> provider;
    private volatile @Nullable Watch watch;
    private volatile boolean looked;

    Watched(CosignatureSql cosignatures, CheckpointSql checkpoints, ObjectProvider<Watch> provider) {
        this.cosignatures = cosignatures;
        this.checkpoints = checkpoints;
        this.provider = provider;
    }

    /** How the watching stands; asked with every release, so it looks for the watch once. */
    public Watch.Standing standing() {
        Watch found = watch();
        return found == null ? Watch.Standing.UNWATCHED : found.standing();
    }

    /** What each witness did last. */
    public List<Watch.Seen> seen() {
        Watch found = watch();
        return found == null ? List.of() : found.seen();
    }

    /** The witnesses' keys. */
    public List<NoteVerifier> witnesses() {
        Watch found = watch();
        return found == null
                ? List.of()
                : found.trust().witnesses().stream().map(Trust.WitnessKey::key).toList();
    }

    private @Nullable Watch watch() {
        if (!looked) {
            watch = provider.getIfAvailable();
            looked = true;
        }
        return watch;
    }

    /**
     * The latest checkpoint over at least that many entries: one that a quorum cosigned, where one is asked for and to
     * be had, and in any case with the cosignatures there are.
     *
     * @param own whether the ledger is this node's own, so that its witnesses can be asked now
     */
    public Optional<SignedCheckpoint> covering(int log, long atLeast, boolean own) {
        Watch found = watch();
        if (found == null) {
            return checkpoints.latest(log, atLeast).map(signed -> dressed(log, signed, List.of()));
        }
        var quorum = quorum(log, atLeast, found);
        if (quorum.isEmpty() && own && found.trust().asksForWitnesses() && found.await(atLeast, PATIENCE)) {
            quorum = quorum(log, atLeast, found);
        }
        return quorum.or(() -> checkpoints
                .latest(log, atLeast)
                .map(signed -> dressed(log, signed, found.trust().keys())));
    }

    /** The latest checkpoint that a quorum cosigned; empty where none is asked for. */
    private Optional<SignedCheckpoint> quorum(int log, long atLeast, Watch by) {
        if (!by.trust().asksForWitnesses()) {
            return Optional.empty();
        }
        Set<Long> tried = new HashSet<>();
        for (var row : cosignatures.latest(log, atLeast, LOOKED_THROUGH)) {
            if (!tried.add(row.size())) {
                continue;
            }
            var found = checkpoints
                    .at(log, row.size())
                    .map(signed -> dressed(log, signed, by.trust().keys()));
            if (found.isPresent() && by.trust().quorum(signers(found.get(), by))) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static List<NoteVerifier> signers(SignedCheckpoint signed, Watch by) {
        var note = SignedNote.parse(signed.note());
        return by.trust().keys().stream()
                .filter(key -> note.signatures().stream().anyMatch(signature -> key.verify(note.text(), signature)))
                .toList();
    }

    /**
     * The checkpoint with the latest true cosignature of each of these witnesses; of every witness where none is named.
     */
    private SignedCheckpoint dressed(int log, SignedCheckpoint signed, List<NoteVerifier> by) {
        var note = SignedNote.parse(signed.note());
        List<NoteSignature> lines = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (var row : cosignatures.over(log, signed.size())) {
            NoteVerifier key = NoteVerifier.parse(row.key());
            NoteSignature line = NoteSignature.parse(row.line());
            boolean wanted = by.isEmpty() || by.contains(key);
            if (wanted && key.verify(note.text(), line) && keys.add(row.key())) {
                lines.add(line);
            }
        }
        return lines.isEmpty()
                ? signed
                : new SignedCheckpoint(
                        signed.size(), signed.at(), note.with(lines).format());
    }
}
