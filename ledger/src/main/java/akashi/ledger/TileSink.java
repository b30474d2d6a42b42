package akashi.ledger;

/** Takes tiles as they become full. */
@FunctionalInterface
public interface TileSink {
    /** A tile of 256 hashes, complete and never to change again; the 8,192 bytes belong to the receiver. */
    void full(TileCoordinate tile, byte[] hashes);
}
