package akashi.verifier;

import akashi.ledger.Checkpoint;
import akashi.ledger.SignedNote;

/**
 * A checkpoint that the entries must lead to.
 *
 * @param where the file it stands in
 * @param outside whether it was kept outside of the log
 */
record Claim(String where, boolean outside, SignedNote note, Checkpoint checkpoint) {
    /**
     * Reads one.
     *
     * @throws akashi.ledger.MalformedException if it is not a signed checkpoint
     */
    static Claim parse(String where, boolean outside, byte[] note) {
        SignedNote signed = SignedNote.parse(note);
        return new Claim(where, outside, signed, Checkpoint.parse(signed.text()));
    }

    long size() {
        return checkpoint.size();
    }
}
