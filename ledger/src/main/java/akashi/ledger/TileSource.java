package akashi.ledger;

/** Where tiles are read from: memory, a table, a folder of an export. */
public interface TileSource {
    /**
     * The hashes of a tile, 32 bytes each from the left. A source may answer more than asked for (the full tile for a
     * partial one); what it answers beyond {@code width} is not looked at.
     *
     * @param width how many hashes are needed, 1 to 256
     */
    byte[] tile(int level, long index, int width);
}
