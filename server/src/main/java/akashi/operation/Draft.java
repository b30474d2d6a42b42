package akashi.operation;

/**
 * A definition that passed every check against the register as it stands, and is not in force by that.
 *
 * @param hash SHA-256 of the canonical JSON, to which an approval is bound
 * @param json the canonical JSON (RFC 8785)
 */
public record Draft(OperationCode code, String hash, String json, Definition definition) {
    /** The first twelve digits of the hash: what pages show. */
    public String shortHash() {
        return hash.substring(0, 12);
    }
}
