package akashi.ledger;

import java.util.HashMap;
import java.util.Map;

/** Tiles in memory: full ones as the writer handed them out, partial ones from its edge. */
final class Tiles implements TileSource {
    private final Map<TileCoordinate, byte[]> full = new HashMap<>();
    private final TreeWriter writer = new TreeWriter(full::put);
    private int reads;

    static Tiles of(NaiveTree tree) {
        Tiles tiles = new Tiles();
        tree.leaves().forEach(tiles.writer::append);
        return tiles;
    }

    TreeWriter writer() {
        return writer;
    }

    Map<TileCoordinate, byte[]> full() {
        return full;
    }

    int reads() {
        return reads;
    }

    @Override
    public byte[] tile(int level, long index, int width) {
        reads++;
        byte[] tile = full.get(new TileCoordinate(level, index, TileCoordinate.FULL));
        return tile == null ? writer.tile(level, index, width) : tile;
    }
}
