package akashi.ledger;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * A witness's private key, for cosignature/v1 (c2sp.org/tlog-cosignature). The signed message does not name the
 * witness, so a key must serve one witness only, and never a log.
 */
public final class Cosigner {
    private final NoteSigner key;

    private Cosigner(NoteSigner key) {
        this.key = key;
    }

    /**
     * A new key.
     *
     * @throws MalformedException if the name is empty, or has a space or a plus
     */
    public static Cosigner generate(String name) {
        return new Cosigner(new NoteSigner(name, KeyKind.WITNESS, Ed25519.newSeed()));
    }

    /**
     * Reads a private key, {@code PRIVATE+KEY+name+hash+base64}.
     *
     * @throws MalformedException if it is not a witness's key, or its hash belongs to another key
     */
    public static Cosigner parse(String privateText) {
        return new Cosigner(NoteSigner.parse(privateText, KeyKind.WITNESS));
    }

    /** The private key as one line; whoever has it is the witness. */
    public String privateText() {
        return key.privateText();
    }

    /** The public half, for everybody. */
    public NoteVerifier verifier() {
        return key.verifier();
    }

    /**
     * Says that, at that moment, this was the largest consistent checkpoint seen of its log. The time counts in whole
     * seconds.
     *
     * @throws IllegalArgumentException for a time before 1970
     */
    public NoteSignature cosign(Checkpoint checkpoint, Instant at) {
        long time = at.getEpochSecond();
        if (time < 0) {
            throw new IllegalArgumentException("A cosignature's time is not before 1970");
        }
        byte[] signature = key.raw(message(time, Text.bytes(checkpoint.body())));
        ByteBuffer timed = ByteBuffer.allocate(Long.BYTES + signature.length);
        timed.putLong(time).put(signature);
        return new NoteSignature(verifier().name(), verifier().id(), timed.array());
    }

    static byte[] message(long time, byte[] body) {
        byte[] head = Text.bytes("cosignature/v1\ntime " + time + "\n");
        ByteBuffer message = ByteBuffer.allocate(head.length + body.length);
        message.put(head).put(body);
        return message.array();
    }

    /** Name and number of the key, never the key. */
    @Override
    public String toString() {
        return key.toString();
    }
}
