package akashi.usage;

/** A record in the version that was looked at or changed; the id is the register's own, never a name. */
public record RecordRef(String id, int version) {
    public RecordRef {
        Limits.text("record id", id, 64);
        if (id.isBlank() || version < 0) {
            throw new IllegalArgumentException("A record needs an id and a version, not '" + id + "' and " + version);
        }
    }

    @Override
    public String toString() {
        return id + "@" + version;
    }
}
