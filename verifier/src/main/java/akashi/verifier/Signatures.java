package akashi.verifier;

import akashi.ledger.KeyKind;
import akashi.ledger.NoteSignature;
import akashi.ledger.NoteVerifier;
import akashi.ledger.Opening;
import akashi.ledger.Trust;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Checks who signed checkpoints. Without keys nothing is checked, and nothing is proved. */
final class Signatures {
    private final Trust trust;
    private final String origin;
    private final Tally tally = new Tally();

    Signatures(Trust trust, String origin) {
        this.trust = trust;
        this.origin = origin;
    }

    /** How often a witness signed, and when last. */
    record Witnessed(long count, Instant last) {}

    /** The trusted witnesses and what they signed. */
    static final class Tally {
        private final Map<String, Witnessed> witnesses = new TreeMap<>();

        private long quorum;

        /** Entries under the last checkpoint that as many witnesses cosigned as are asked for. */
        long quorum() {
            return quorum;
        }

        void add(Tally other) {
            quorum = Math.max(quorum, other.quorum);
            other.witnesses.forEach(this::add);
        }

        private void add(String name, Witnessed more) {
            witnesses.merge(
                    name,
                    more,
                    (a, b) -> new Witnessed(a.count() + b.count(), a.last().isAfter(b.last()) ? a.last() : b.last()));
        }

        Map<String, Witnessed> witnesses() {
            return Map.copyOf(witnesses);
        }
    }

    Tally tally() {
        return tally;
    }

    /** What is wrong with the signatures of a checkpoint, if anything. */
    Optional<Finding> check(Claim claim) {
        if (!claim.checkpoint().origin().equals(origin)) {
            return Optional.of(fault(Fault.OTHER_LOG, claim, claim.checkpoint().origin()));
        }
        if (trust.keys().isEmpty()) {
            return Optional.empty();
        }
        return switch (claim.note().open(trust.keys())) {
            case Opening.FalseSignature(NoteVerifier claimed) ->
                Optional.of(fault(Fault.FALSE_SIGNATURE, claim, claimed.toString()));
            case Opening.NoKnownSignature() -> Optional.of(fault(Fault.UNKNOWN_SIGNER, claim, ""));
            case Opening.Opened(List<Opening.Signed> verified, List<NoteSignature> _) -> signed(claim, verified);
        };
    }

    private Optional<Finding> signed(Claim claim, List<Opening.Signed> verified) {
        boolean byLog = false;
        boolean inForce = false;
        List<NoteVerifier> witnesses = new ArrayList<>();
        for (Opening.Signed signed : verified) {
            if (signed.by().kind() == KeyKind.WITNESS) {
                witnesses.add(signed.by());
                tally.add(signed.by().name(), new Witnessed(1, signed.time().orElse(Instant.EPOCH)));
            } else {
                boolean its = signed.by().name().equals(origin);
                byLog |= its;
                inForce |= its && trust.allows(signed.by(), claim.size());
            }
        }
        if (inForce && trust.quorum(witnesses)) {
            tally.quorum = Math.max(tally.quorum, claim.size());
        }
        return inForce
                ? Optional.empty()
                : Optional.of(fault(byLog ? Fault.RETIRED_KEY : Fault.UNKNOWN_SIGNER, claim, ""));
    }

    /** A checkpoint that cannot be trusted speaks for none of the entries it covers; the last is named. */
    private static Finding fault(Fault fault, Claim claim, String who) {
        return Finding.at(fault, Math.max(0, claim.size() - 1), claim.where() + (who.isEmpty() ? "" : ", " + who));
    }
}
