package akashi.ledger;

import java.util.Arrays;

/**
 * Grows a tree and hands out its tiles. Appending costs what {@link Frontier} costs and a copy of 32 bytes: the hashes
 * of higher tiles fall out of the frontier's own climb. Not safe for two threads at once.
 */
public final class TreeWriter implements TileSource {
    private static final int TILE_LEVELS = 8;

    private final TileSink sink;
    private final Frontier frontier;
    /** The unfinished tile of each level; how much of it is used follows from the size. */
    private final byte[][] edges = new byte[TILE_LEVELS][];

    /** A new, empty tree. */
    public TreeWriter(TileSink sink) {
        this(sink, new Frontier());
    }

    private TreeWriter(TileSink sink, Frontier frontier) {
        this.sink = sink;
        this.frontier = frontier;
        Arrays.setAll(edges, level -> new byte[TileCoordinate.FULL * Hash.LENGTH]);
    }

    /**
     * Goes on with a tree whose tiles exist, partial ones included. Tiles that are already full are not handed out
     * again.
     */
    public static TreeWriter resume(TileSource tiles, long size, TileSink sink) {
        TreeWriter writer = new TreeWriter(sink, Frontier.of(tiles, size));
        for (int level = 0; level < TILE_LEVELS; level++) {
            long hashes = size >>> (8 * level);
            int width = (int) (hashes & 0xff);
            if (width > 0) {
                byte[] edge = TreeReader.checked(tiles.tile(level, hashes >>> 8, width), width);
                System.arraycopy(edge, 0, writer.edges[level], 0, width * Hash.LENGTH);
            }
        }
        return writer;
    }

    /** Adds the next leaf; tiles this completes reach the sink before the call returns, lower levels first. */
    public void append(Hash leafHash) {
        int top = frontier.add(leafHash);
        for (int level = 0; 8 * level <= top; level++) {
            long position = (frontier.size() >>> (8 * level)) - 1;
            int place = (int) (position & 0xff);
            frontier.completed(8 * level).copyTo(edges[level], place * Hash.LENGTH);
            if (place == TileCoordinate.FULL - 1) {
                byte[] full = edges[level];
                edges[level] = new byte[full.length];
                sink.full(new TileCoordinate(level, position >>> 8, TileCoordinate.FULL), full);
            }
        }
    }

    /** Number of leaves. */
    public long size() {
        return frontier.size();
    }

    /** Root of the tree as it stands. */
    public Hash root() {
        return frontier.root();
    }

    /** The right edge as it stands, independent of what is appended later. */
    public Frontier frontier() {
        return frontier.copy();
    }

    /**
     * The unfinished tile of a level, up to the width asked for.
     *
     * @throws IllegalArgumentException for any other tile: full ones went to the sink
     */
    @Override
    public byte[] tile(int level, long index, int width) {
        long hashes = level < TILE_LEVELS ? size() >>> (8 * level) : 0;
        if (index != hashes >>> 8 || width < 1 || width > (hashes & 0xff)) {
            throw new IllegalArgumentException("Tile " + level + "/" + index + " is not at the edge of " + size());
        }
        return Arrays.copyOf(edges[level], width * Hash.LENGTH);
    }
}
