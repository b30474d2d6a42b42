package akashi.ledger;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Hashes of one tree, read from its tiles. A tile is fetched once; the levels a tile does not store are hashed from the
 * eight it spans. Made for one proof and thrown away.
 */
final class TreeReader {
    private final Sha256 sha = Sha256.current();
    private final Map<TileCoordinate, byte[]> fetched = new HashMap<>();
    private final TileSource tiles;
    private final long size;

    TreeReader(TileSource tiles, long size) {
        if (size < 0) {
            throw new IllegalArgumentException("A tree has no size " + size);
        }
        this.tiles = tiles;
        this.size = size;
    }

    /** Root of the leaves [start, end), where start is a multiple of the smallest power of two not below the width. */
    Hash range(long start, long end) {
        long width = end - start;
        if (Long.bitCount(width) == 1) {
            int level = Long.numberOfTrailingZeros(width);
            return node(level, start >>> level);
        }
        long left = Long.highestOneBit(width);
        return sha.node(range(start, start + left), range(start + left, end));
    }

    /** Root of the complete subtree of 2^level leaves with that index on its level. */
    Hash node(int level, long index) {
        int depth = level % 8;
        long first = index << depth;
        TileCoordinate tile = TileCoordinate.in(size, level / 8, first / TileCoordinate.FULL);
        byte[] hashes =
                fetched.computeIfAbsent(tile, t -> checked(tiles.tile(t.level(), t.index(), t.width()), t.width()));
        int from = (int) (first % TileCoordinate.FULL) * Hash.LENGTH;
        return subtree(hashes, from, depth);
    }

    private Hash subtree(byte[] hashes, int from, int depth) {
        if (depth == 0) {
            return Hash.at(hashes, from);
        }
        byte[] work = Arrays.copyOfRange(hashes, from, from + (Hash.LENGTH << depth));
        for (int count = 1 << depth; count > 1; count /= 2) {
            for (int pair = 0; pair < count / 2; pair++) {
                sha.nodeInPlace(work, 2 * pair * Hash.LENGTH, pair * Hash.LENGTH);
            }
        }
        return Hash.at(work, 0);
    }

    static byte[] checked(byte[] tile, int width) {
        if (tile.length < width * Hash.LENGTH) {
            throw new MalformedException("a tile has " + tile.length + " bytes where " + width + " hashes are needed");
        }
        return tile;
    }
}
