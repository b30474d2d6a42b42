package akashi.ledger;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a tile or an entry bundle as in c2sp.org/tlog-tiles.
 *
 * @param level 0 to 63, or {@link #ENTRIES} for a bundle
 * @param index from the left within the level
 * @param width hashes or entries it holds: 256 when full, 1 to 255 when partial
 */
public record TileCoordinate(int level, long index, int width) {
    /** Hashes in a full tile, entries in a full bundle. */
    public static final int FULL = 256;

    /** The level that stands for entry bundles. */
    public static final int ENTRIES = -1;

    private static final Pattern PATH =
            Pattern.compile("tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/){0,6}[0-9]{3})(?:\\.p/([0-9]{1,3}))?");

    public TileCoordinate {
        if (level < ENTRIES || level > 63 || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("No tile has level " + level + ", index " + index + ", width " + width);
        }
    }

    /** The tile at a place of a tree of the given size, as wide as that tree makes it. */
    public static TileCoordinate in(long treeSize, int level, long index) {
        long hashes = level < 8 ? treeSize >>> (8 * Math.max(level, 0)) : 0;
        if (index < 0 || index > hashes / FULL || hashes == index * FULL) {
            throw new IllegalArgumentException("A tree of " + treeSize + " has no tile " + level + "/" + index);
        }
        return new TileCoordinate(level, index, (int) Math.min(FULL, hashes - index * FULL));
    }

    /** The bundle that holds an entry of a log of the given size. */
    public static TileCoordinate bundleOf(long entry, long treeSize) {
        if (entry < 0 || entry >= treeSize) {
            throw new IllegalArgumentException("A log of " + treeSize + " has no entry " + entry);
        }
        return in(treeSize, ENTRIES, entry / FULL);
    }

    /**
     * Reads a path exactly as {@link #path()} writes it.
     *
     * @throws MalformedException otherwise
     */
    public static TileCoordinate parse(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            throw new MalformedException("not the path of a tile");
        }
        String partial = parts.group(3);
        int level = "entries".equals(parts.group(1)) ? ENTRIES : Integer.parseInt(parts.group(1));
        int width = partial == null ? FULL : Integer.parseInt(partial);
        TileCoordinate tile;
        try {
            tile = new TileCoordinate(level, Long.parseLong(parts.group(2).replaceAll("[x/]", "")), width);
        } catch (IllegalArgumentException e) {
            throw new MalformedException("not the path of a tile: a number is out of range");
        }
        if (!tile.path().equals(path)) {
            throw new MalformedException("not the path of a tile: a number has leading zeroes");
        }
        return tile;
    }

    /** Whether it can still grow. */
    public boolean partial() {
        return width < FULL;
    }

    /** Path below the log's prefix, such as {@code tile/0/x001/x234/067.p/8}. */
    public String path() {
        StringBuilder path = new StringBuilder(32).append("tile/");
        if (level == ENTRIES) {
            path.append("entries/");
        } else {
            path.append(level).append('/');
        }
        path.append(digits(index));
        if (partial()) {
            path.append(".p/").append(width);
        }
        return path.toString();
    }

    /** The index as paths write it: groups of three digits, {@code x} before all but the last. */
    static String digits(long index) {
        StringBuilder path = new StringBuilder(16);
        appendIndex(path, index / 1000);
        appendDigits(path, (int) (index % 1000));
        return path.toString();
    }

    private static void appendIndex(StringBuilder path, long rest) {
        if (rest == 0) {
            return;
        }
        appendIndex(path, rest / 1000);
        path.append('x');
        appendDigits(path, (int) (rest % 1000));
        path.append('/');
    }

    private static void appendDigits(StringBuilder path, int below1000) {
        path.append((char) ('0' + below1000 / 100))
                .append((char) ('0' + below1000 / 10 % 10))
                .append((char) ('0' + below1000 % 10));
    }
}
