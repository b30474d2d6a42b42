package akashi.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a checkpoint is signed as somebody's trust asks: by its own log, with a key in force, by enough witnesses.
 */
final class CheckpointCheck {
    private CheckpointCheck() {}

    /** What it came to. */
    sealed interface Outcome {}

    /** Signed; with the names of the trusted witnesses, and the latest time one of them gives. */
    record Signed(@Nullable Instant witnessedAt, List<String> witnesses) implements Outcome {
        Signed {
            witnesses = List.copyOf(witnesses);
        }
    }

    /** Not signed as it must be. */
    record Fault(Verdict.Reason reason) implements Outcome {}

    /**
     * Looks at the signatures.
     *
     * @param checkpoint as the note's text says it
     */
    static Outcome check(SignedNote note, Checkpoint checkpoint, Trust trust) {
        if (trust.keys().isEmpty()) {
            return new Fault(Verdict.Reason.NO_KEY);
        }
        return switch (note.open(trust.keys())) {
            case Opening.FalseSignature(NoteVerifier claimed) -> new Fault(Verdict.Reason.FALSE_SIGNATURE);
            case Opening.NoKnownSignature() -> new Fault(Verdict.Reason.UNKNOWN_SIGNER);
            case Opening.Opened(List<Opening.Signed> verified, List<NoteSignature> unknown) ->
                signed(verified, checkpoint, trust);
        };
    }

    private static Outcome signed(List<Opening.Signed> verified, Checkpoint checkpoint, Trust trust) {
        boolean someLog = false;
        boolean thisLog = false;
        boolean inForce = false;
        List<NoteVerifier> cosigned = new ArrayList<>();
        Instant witnessedAt = null;
        List<String> witnesses = new ArrayList<>();
        for (Opening.Signed signed : verified) {
            switch (signed.by().kind()) {
                case LOG -> {
                    someLog = true;
                    boolean its = signed.by().name().equals(checkpoint.origin());
                    thisLog |= its;
                    inForce |= its && trust.allows(signed.by(), checkpoint.size());
                }
                case WITNESS -> {
                    cosigned.add(signed.by());
                    witnesses.add(signed.by().name());
                    Instant time = signed.time().orElse(Instant.EPOCH);
                    witnessedAt = witnessedAt == null || time.isAfter(witnessedAt) ? time : witnessedAt;
                }
            }
        }
        if (!thisLog) {
            return new Fault(someLog ? Verdict.Reason.OTHER_LOG : Verdict.Reason.UNKNOWN_SIGNER);
        }
        if (!inForce) {
            return new Fault(Verdict.Reason.RETIRED_KEY);
        }
        return trust.quorum(cosigned) ? new Signed(witnessedAt, witnesses) : new Fault(Verdict.Reason.NO_QUORUM);
    }
}
