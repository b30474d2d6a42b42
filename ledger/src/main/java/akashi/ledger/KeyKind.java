package akashi.ledger;

/** What a note key signs, told by the byte in front of the key. */
public enum KeyKind {
    /** A log: Ed25519 over the text (c2sp.org/signed-note). */
    LOG(1),
    /** A witness: timestamped Ed25519 cosignature (c2sp.org/tlog-cosignature, cosignature/v1). */
    WITNESS(4);

    private final byte code;

    KeyKind(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }

    static KeyKind of(byte code) {
        for (KeyKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new MalformedException("the key is of an unknown kind");
    }
}
