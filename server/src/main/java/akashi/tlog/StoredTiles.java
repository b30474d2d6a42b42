package akashi.tlog;

import akashi.ledger.Frontier;
import akashi.ledger.Hash;
import akashi.ledger.Merkle;
import akashi.ledger.TileCoordinate;
import akashi.ledger.TileSource;
import java.util.List;

/**
 * The tiles of one ledger from the database. Full tiles are stored; an unfinished one is made from what lies below it:
 * up to 255 leaves, or the roots of up to 255 full tiles.
 */
final class StoredTiles implements TileSource {
    private final CheckpointSql sql;
    private final int log;

    StoredTiles(CheckpointSql sql, int log) {
        this.sql = sql;
        this.log = log;
    }

    @Override
    public byte[] tile(int level, long index, int width) {
        return sql.tile(log, level, index).orElseGet(() -> unfinished(level, index, width));
    }

    private byte[] unfinished(int level, long index, int width) {
        long first = index * TileCoordinate.FULL;
        List<Hash> hashes = level == 0
                ? sql.leaves(log, first, width).stream().map(Merkle::leafHash).toList()
                : sql.tiles(log, level - 1, first, width).stream()
                        .map(StoredTiles::root)
                        .toList();
        if (hashes.size() != width) {
            throw new IllegalStateException("Tile " + level + "/" + index + " of ledger " + log + " needs " + width
                    + " hashes, but " + hashes.size() + " are stored");
        }
        byte[] tile = new byte[width * Hash.LENGTH];
        for (int n = 0; n < width; n++) {
            hashes.get(n).copyTo(tile, n * Hash.LENGTH);
        }
        return tile;
    }

    private static Hash root(byte[] tile) {
        var frontier = new Frontier();
        for (int n = 0; n < TileCoordinate.FULL; n++) {
            frontier.append(Hash.at(tile, n * Hash.LENGTH));
        }
        return frontier.root();
    }
}
