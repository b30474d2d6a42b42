package akashi.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What checking a note's signatures against trusted keys came to. */
public sealed interface Opening {
    /** At least one trusted key signed, and no signature of a trusted key is false. */
    record Opened(List<Signed> verified, List<NoteSignature> unknown) implements Opening {
        public Opened {
            verified = List.copyOf(verified);
            unknown = List.copyOf(unknown);
        }
    }

    /** None of the trusted keys signed. */
    record NoKnownSignature() implements Opening {}

    /** A line claims to be of this trusted key and is not. */
    record FalseSignature(NoteVerifier claimed) implements Opening {}

    /** A signature that verified. */
    record Signed(NoteVerifier by, NoteSignature signature) {
        /** When a witness signed; nothing for a log. */
        public Optional<Instant> time() {
            return by.time(signature);
        }
    }
}
