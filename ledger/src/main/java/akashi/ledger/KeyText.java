package akashi.ledger;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line {@code name+hash+base64(kind ‖ key)} in which note keys are written, and the key id in it. */
final class KeyText {
    private static final Pattern LINE = Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+(\\S+)");

    private final String name;
    private final int id;
    private final KeyKind kind;
    private final byte[] key;

    private KeyText(String name, int id, KeyKind kind, byte[] key) {
        this.name = name;
        this.id = id;
        this.kind = kind;
        this.key = key;
    }

    static KeyText parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new MalformedException("a key is written name+hash+base64");
        }
        String name = parts.group(1);
        requireName(name);
        byte[] bytes = Text.base64(parts.group(3), "the key");
        if (bytes.length != 1 + Ed25519.KEY) {
            throw new MalformedException("the key does not have the length of Ed25519");
        }
        int id = ByteBuffer.wrap(HexFormat.of().parseHex(parts.group(2))).getInt();
        return new KeyText(name, id, KeyKind.of(bytes[0]), Arrays.copyOfRange(bytes, 1, bytes.length));
    }

    /** Neither empty nor with a space or plus, as signed-note asks of names. */
    static void requireName(String name) {
        boolean spaced = name.chars()
                .anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c));
        if (name.isEmpty() || name.indexOf('+') >= 0 || spaced) {
            throw new MalformedException("a key's name is neither empty nor has spaces or a plus");
        }
    }

    /** First four bytes of SHA-256(name ‖ newline ‖ kind ‖ public key). */
    static int id(String name, KeyKind kind, byte[] publicKey) {
        byte[] head = Text.bytes(name + "\n");
        ByteBuffer input = ByteBuffer.allocate(head.length + 1 + publicKey.length);
        input.put(head).put(kind.code()).put(publicKey);
        return ByteBuffer.wrap(Sha256.current().digest(input.array())).getInt();
    }

    static String format(String name, int id, KeyKind kind, byte[] key) {
        byte[] bytes = new byte[1 + key.length];
        bytes[0] = kind.code();
        System.arraycopy(key, 0, bytes, 1, key.length);
        return name + "+" + HexFormat.of().toHexDigits(id) + "+"
                + Base64.getEncoder().encodeToString(bytes);
    }

    String name() {
        return name;
    }

    int id() {
        return id;
    }

    KeyKind kind() {
        return kind;
    }

    byte[] key() {
        return key;
    }
}
