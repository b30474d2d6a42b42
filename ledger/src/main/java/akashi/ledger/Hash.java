package akashi.ledger;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/** A SHA-256 value: 32 bytes, compared by content. */
public final class Hash {
    /** Length in bytes. */
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A hash with a copy of the given bytes.
     *
     * @throws IllegalArgumentException unless there are exactly 32
     */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A SHA-256 hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** The hash that starts at the given place of a longer array, such as a tile; the 32 bytes are copied. */
    public static Hash at(byte[] bytes, int offset) {
        int from = Objects.checkFromIndexSize(offset, LENGTH, bytes.length);
        return new Hash(Arrays.copyOfRange(bytes, from, from + LENGTH));
    }

    /** SHA-256 of the given bytes, without the prefixes of a tree. */
    public static Hash sha256(byte[] content) {
        return wrap(Sha256.current().digest(content));
    }

    /**
     * Reads the standard base64 form (padded, canonical: exactly what {@link #toBase64()} writes).
     *
     * @throws MalformedException otherwise
     */
    public static Hash parse(String base64) {
        byte[] bytes = Text.base64(base64, "hash");
        if (bytes.length != LENGTH) {
            throw new MalformedException("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes);
    }

    /** Takes the array without a copy; the caller must not keep it. */
    static Hash wrap(byte[] bytes) {
        return new Hash(bytes);
    }

    /** The bytes themselves, without a copy; nobody may write to them. */
    byte[] raw() {
        return bytes;
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Writes the 32 bytes into a longer array, such as a tile. */
    public void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, LENGTH);
    }

    /** Standard base64, 44 characters. */
    public String toBase64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Lower-case hexadecimal. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
