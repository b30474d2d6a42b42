package akashi.ledger;

/**
 * Where the files of an exported log stand, below the export's folder; {@code docs/formats/export.md} describes them.
 * Tiles and entry bundles have the paths of c2sp.org/tlog-tiles ({@link TileCoordinate#path()}).
 */
public final class ExportLayout {
    /** First line of {@link #ABOUT}. */
    public static final String FORMAT = "akashi.export/v1";

    /** What this folder is, for people; nothing is read from it but its first line. */
    public static final String ABOUT = "README.txt";

    /** The checkpoint the export was made for, with its cosignatures. */
    public static final String CHECKPOINT = "checkpoint";

    /** There only if the private parts were exported; empty where none exists. */
    public static final String PRIVATE = "private";

    private ExportLayout() {}

    /**
     * The file of checkpoints with that number: up to 256 of them, written like a bundle of entries, by rising size.
     *
     * @param width how many it holds, 1 to 256
     */
    public static String checkpoints(long number, int width) {
        String partial = width < TileCoordinate.FULL ? ".p/" + width : "";
        return "checkpoints/" + TileCoordinate.digits(number) + partial;
    }

    /** The file of the private parts of the entries of one bundle; without any there is none. */
    public static String privateParts(long bundle) {
        return PRIVATE + "/" + TileCoordinate.digits(bundle);
    }
}
