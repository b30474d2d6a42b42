package akashi.ledger;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/** One signature line of a note: who signed, with which key, and the signature, not yet checked. */
public final class NoteSignature {
    private static final String DASH = "— ";
    private static final long LAST_INSTANT_SECOND = 31_556_889_864_403_199L;

    private final String name;
    private final int id;
    private final byte[] bytes;

    NoteSignature(String name, int id, byte[] bytes) {
        this.name = name;
        this.id = id;
        this.bytes = bytes;
    }

    /**
     * Reads a line without its newline.
     *
     * @throws MalformedException if it is not a signature line
     */
    public static NoteSignature parse(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space <= DASH.length()) {
            throw new MalformedException("a signature line is a dash, a name and base64");
        }
        String name = line.substring(DASH.length(), space);
        KeyText.requireName(name);
        byte[] all = Text.base64(line.substring(space + 1), "the signature");
        if (all.length <= Integer.BYTES) {
            throw new MalformedException("the signature is empty");
        }
        int id = ByteBuffer.wrap(all).getInt();
        return new NoteSignature(name, id, Arrays.copyOfRange(all, Integer.BYTES, all.length));
    }

    /** Name of the key. */
    public String name() {
        return name;
    }

    /** Number of the key. */
    public int id() {
        return id;
    }

    byte[] bytes() {
        return bytes;
    }

    /** The seconds a cosignature starts with. */
    Optional<Long> timestamp() {
        if (bytes.length != Long.BYTES + Ed25519.SIGNATURE) {
            return Optional.empty();
        }
        long time = ByteBuffer.wrap(bytes).getLong();
        return time < 0 || time > LAST_INSTANT_SECOND ? Optional.empty() : Optional.of(time);
    }

    /** The line, without newline. */
    public String line() {
        ByteBuffer all = ByteBuffer.allocate(Integer.BYTES + bytes.length);
        all.putInt(id).put(bytes);
        return DASH + name + " " + Base64.getEncoder().encodeToString(all.array());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature signature
                && id == signature.id
                && name.equals(signature.name)
                && Arrays.equals(bytes, signature.bytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, id, Arrays.hashCode(bytes));
    }

    @Override
    public String toString() {
        return line();
    }
}
