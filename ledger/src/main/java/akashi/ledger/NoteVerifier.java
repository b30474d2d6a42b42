package akashi.ledger;

import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** A public key one trusts: of a log, or of a witness whose cosignatures carry a time. */
public final class NoteVerifier {
    private final String name;
    private final int id;
    private final KeyKind kind;
    private final PublicKey key;
    private final String text;

    private NoteVerifier(String name, KeyKind kind, byte[] raw) {
        this.name = name;
        this.kind = kind;
        this.id = KeyText.id(name, kind, raw);
        this.key = Ed25519.publicKey(raw);
        this.text = KeyText.format(name, id, kind, raw);
    }

    /**
     * Reads a verifier key, {@code name+hash+base64}.
     *
     * @throws MalformedException if it is not one, or its hash belongs to another key
     */
    public static NoteVerifier parse(String line) {
        KeyText parts = KeyText.parse(line);
        NoteVerifier verifier = new NoteVerifier(parts.name(), parts.kind(), parts.key());
        if (verifier.id != parts.id()) {
            throw new MalformedException("the key's hash belongs to another key");
        }
        return verifier;
    }

    static NoteVerifier of(String name, KeyKind kind, byte[] raw) {
        return new NoteVerifier(name, kind, raw);
    }

    /** Name as it stands in a signature line; for a log, normally its origin. */
    public String name() {
        return name;
    }

    /** The number that goes with the name, unique enough to tell keys apart. */
    public int id() {
        return id;
    }

    /** Log or witness. */
    public KeyKind kind() {
        return kind;
    }

    /** The line this was read from or can be read from. */
    public String text() {
        return text;
    }

    /** Whether a signature line names this key. */
    public boolean made(NoteSignature signature) {
        return signature.id() == id && signature.name().equals(name);
    }

    /** Whether the signature line is this key's true signature of the text. */
    public boolean verify(String noteText, NoteSignature signature) {
        return made(signature) && verify(Text.bytes(noteText), signature.bytes());
    }

    boolean verify(byte[] noteText, byte[] signature) {
        return switch (kind) {
            case LOG -> Ed25519.verify(key, noteText, signature);
            case WITNESS -> {
                if (signature.length != Long.BYTES + Ed25519.SIGNATURE) {
                    yield false;
                }
                long time = ByteBuffer.wrap(signature).getLong();
                byte[] rest = Arrays.copyOfRange(signature, Long.BYTES, signature.length);
                yield time >= 0 && Ed25519.verify(key, Cosigner.message(time, noteText), rest);
            }
        };
    }

    /** When the witness says it signed; nothing for a log's key. True only of a signature that verified. */
    public Optional<Instant> time(NoteSignature signature) {
        return switch (kind) {
            case LOG -> Optional.empty();
            case WITNESS -> signature.timestamp().map(Instant::ofEpochSecond);
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteVerifier verifier && text.equals(verifier.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Name and number, {@code name+hash}. */
    @Override
    public String toString() {
        return name + "+" + HexFormat.of().toHexDigits(id);
    }
}
