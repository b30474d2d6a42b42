package akashi.ledger;

import java.util.ArrayList;
import java.util.List;

/** Body of an add-checkpoint request (c2sp.org/tlog-witness). */
public record WitnessRequest(long oldSize, List<Hash> proof, SignedNote checkpoint) {
    private static final int MAX_PROOF = 63;

    public WitnessRequest {
        proof = List.copyOf(proof);
        if (oldSize < 0 || proof.size() > MAX_PROOF) {
            throw new MalformedException("a request has an old size from 0 and at most 63 hashes");
        }
    }

    /**
     * Reads a request body.
     *
     * @throws MalformedException if it is not one
     */
    public static WitnessRequest parse(byte[] body) {
        if (body.length > SignedNote.MAX_BYTES) {
            throw new MalformedException("the request is too large");
        }
        String text = Text.utf8(body, "the request");
        int split = text.indexOf("\n\n");
        if (split < 0 || !text.startsWith("old ")) {
            throw new MalformedException("a request is an old size, hashes, an empty line and a checkpoint");
        }
        String[] lines = text.substring(0, split).split("\n", MAX_PROOF + 2);
        long oldSize = Text.decimal(lines[0].substring("old ".length()), "the old size");
        List<Hash> proof = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            proof.add(Hash.parse(lines[i]));
        }
        return new WitnessRequest(oldSize, proof, SignedNote.parse(text.substring(split + 2)));
    }

    /** The request body. */
    public String format() {
        StringBuilder body = new StringBuilder("old ").append(oldSize).append('\n');
        proof.forEach(hash -> body.append(hash.toBase64()).append('\n'));
        return body.append('\n').append(checkpoint.format()).toString();
    }
}
