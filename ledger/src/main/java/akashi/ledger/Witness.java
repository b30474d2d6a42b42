package akashi.ledger;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Watches other logs (c2sp.org/tlog-witness): cosigns a checkpoint only if it continues the last one cosigned, and
 * keeps it before saying so. Safe for several threads as far as its store is; two requests for one log are ordered by
 * {@link WitnessStore#replace}, so that a size once cosigned is never rolled back.
 */
public final class Witness {
    private final Cosigner cosigner;
    private final Map<String, List<NoteVerifier>> logs;
    private final WitnessStore store;
    private final Clock clock;

    /**
     * A witness for the given logs.
     *
     * @param logs keys of each log by its origin, several while a key is being changed
     * @throws IllegalArgumentException if a key is not a log's
     */
    public Witness(
            Cosigner cosigner, Map<String, ? extends Collection<NoteVerifier>> logs, WitnessStore store, Clock clock) {
        this.cosigner = cosigner;
        this.logs = new HashMap<>();
        this.store = store;
        this.clock = clock;
        logs.forEach((origin, keys) -> {
            if (keys.stream().anyMatch(key -> key.kind() != KeyKind.LOG)) {
                throw new IllegalArgumentException("A witness watches logs, not other witnesses");
            }
            this.logs.put(origin, List.copyOf(keys));
        });
    }

    /** The key that verifies this witness's cosignatures. */
    public NoteVerifier verifier() {
        return cosigner.verifier();
    }

    /** Answers the body of a request. What the store throws is not caught: nothing is cosigned then. */
    public WitnessAnswer addCheckpoint(byte[] body) {
        WitnessRequest request;
        Checkpoint checkpoint;
        try {
            request = WitnessRequest.parse(body);
            checkpoint = Checkpoint.parse(request.checkpoint().text());
        } catch (MalformedException e) {
            return new WitnessAnswer.BadRequest(String.valueOf(e.getMessage()));
        }
        List<NoteVerifier> keys = logs.get(checkpoint.origin());
        if (keys == null) {
            return new WitnessAnswer.UnknownLog();
        }
        return switch (request.checkpoint().open(keys)) {
            case Opening.NoKnownSignature() -> new WitnessAnswer.Forbidden();
            case Opening.FalseSignature(NoteVerifier claimed) -> new WitnessAnswer.Forbidden();
            case Opening.Opened(List<Opening.Signed> verified, List<NoteSignature> unknown) ->
                advance(request.oldSize(), request.proof(), checkpoint);
        };
    }

    private WitnessAnswer advance(long oldSize, List<Hash> proof, Checkpoint next) {
        if (oldSize > next.size()) {
            return new WitnessAnswer.BadRequest("the old size is above the new one");
        }
        Optional<Checkpoint> latest = store.latest(next.origin());
        long known = latest.map(Checkpoint::size).orElse(0L);
        if (oldSize != known) {
            return new WitnessAnswer.Conflict(known);
        }
        Hash knownRoot = latest.map(Checkpoint::root).orElse(Merkle.emptyRoot());
        if (known == next.size() && !knownRoot.equals(next.root())) {
            return new WitnessAnswer.Conflict(known);
        }
        boolean proved = known == 0
                ? proof.isEmpty()
                : Merkle.verifyConsistency(known, next.size(), knownRoot, next.root(), proof);
        if (!proved) {
            return new WitnessAnswer.Unproved();
        }
        if (!store.replace(latest.orElse(null), next)) {
            return new WitnessAnswer.Conflict(
                    store.latest(next.origin()).map(Checkpoint::size).orElse(0L));
        }
        return new WitnessAnswer.Cosigned(cosigner.cosign(next, clock.instant()).line());
    }

    /** Moves a witness's answer into a checkpoint's note: the cosignature lines of trusted witnesses that verify. */
    public static List<NoteSignature> cosignatures(
            SignedNote checkpoint, String answer, Collection<NoteVerifier> witnesses) {
        List<NoteSignature> good = new ArrayList<>();
        for (String line : answer.lines().toList()) {
            NoteSignature signature = NoteSignature.parse(line);
            if (witnesses.stream().anyMatch(witness -> witness.verify(checkpoint.text(), signature))) {
                good.add(signature);
            }
        }
        return List.copyOf(good);
    }
}
