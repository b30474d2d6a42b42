package akashi.ledger;

import java.security.KeyPair;
import java.security.PrivateKey;

/** A log's private key. Safe for several threads; keep {@link #privateText()} where the service alone can read it. */
public final class NoteSigner {
    private static final String PREFIX = "PRIVATE+KEY+";

    private final NoteVerifier verifier;
    private final PrivateKey key;
    private final String privateText;

    NoteSigner(String name, KeyKind kind, byte[] seed) {
        KeyText.requireName(name);
        KeyPair pair = Ed25519.keyPair(seed);
        this.verifier = NoteVerifier.of(name, kind, Ed25519.raw(pair.getPublic()));
        this.key = pair.getPrivate();
        this.privateText = PREFIX + KeyText.format(name, verifier.id(), kind, seed);
    }

    /**
     * A new key.
     *
     * @throws MalformedException if the name is empty, or has a space or a plus
     */
    public static NoteSigner generate(String name) {
        return new NoteSigner(name, KeyKind.LOG, Ed25519.newSeed());
    }

    /**
     * Reads a private key as Go's note package writes it, {@code PRIVATE+KEY+name+hash+base64}.
     *
     * @throws MalformedException if it is not a log's key, or its hash belongs to another key
     */
    public static NoteSigner parse(String privateText) {
        return parse(privateText, KeyKind.LOG);
    }

    static NoteSigner parse(String privateText, KeyKind wanted) {
        if (!privateText.startsWith(PREFIX)) {
            throw new MalformedException("not a private key");
        }
        KeyText parts = KeyText.parse(privateText.substring(PREFIX.length()));
        if (parts.kind() != wanted) {
            throw new MalformedException("the private key is of another kind");
        }
        NoteSigner signer = new NoteSigner(parts.name(), wanted, parts.key());
        if (signer.verifier.id() != parts.id()) {
            throw new MalformedException("the private key's hash belongs to another key");
        }
        return signer;
    }

    /** The private key as one line; whoever has it is the log. */
    public String privateText() {
        return privateText;
    }

    /** The public half, for everybody. */
    public NoteVerifier verifier() {
        return verifier;
    }

    /** Signs a note's text, which ends with a newline. */
    public NoteSignature sign(String noteText) {
        return new NoteSignature(verifier.name(), verifier.id(), raw(Text.bytes(noteText)));
    }

    byte[] raw(byte[] message) {
        return Ed25519.sign(key, message);
    }

    /** Name and number of the key, never the key. */
    @Override
    public String toString() {
        return verifier.toString();
    }
}
