package akashi.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Up to 256 log entries in one file, each behind its length as a 16-bit number (c2sp.org/tlog-tiles). */
public final class EntryBundle {
    /** Longest entry a log can hold, in bytes. */
    public static final int MAX_ENTRY = 65_535;

    private EntryBundle() {}

    /**
     * Writes the entries one after the other.
     *
     * @throws IllegalArgumentException for none, more than 256, or an entry longer than {@link #MAX_ENTRY}
     */
    public static byte[] format(List<byte[]> entries) {
        if (entries.isEmpty() || entries.size() > TileCoordinate.FULL) {
            throw new IllegalArgumentException("A bundle holds 1 to 256 entries, not " + entries.size());
        }
        int length = 0;
        for (byte[] entry : entries) {
            if (entry.length > MAX_ENTRY) {
                throw new IllegalArgumentException("An entry holds up to 65535 bytes, not " + entry.length);
            }
            length += 2 + entry.length;
        }
        ByteBuffer bundle = ByteBuffer.allocate(length);
        for (byte[] entry : entries) {
            bundle.putShort((short) entry.length).put(entry);
        }
        return bundle.array();
    }

    /**
     * Reads a bundle of exactly that many entries.
     *
     * @throws MalformedException if there are fewer or more, or one is cut short
     */
    public static List<byte[]> parse(byte[] bundle, int width) {
        List<byte[]> entries = new ArrayList<>(width);
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        while (rest.hasRemaining()) {
            if (entries.size() == width) {
                throw new MalformedException("the bundle holds more than " + width + " entries");
            }
            if (rest.remaining() < 2) {
                throw new MalformedException("the bundle ends within a length");
            }
            int length = Short.toUnsignedInt(rest.getShort());
            if (rest.remaining() < length) {
                throw new MalformedException("the bundle ends within an entry");
            }
            byte[] entry = new byte[length];
            rest.get(entry);
            entries.add(entry);
        }
        if (entries.size() != width) {
            throw new MalformedException("the bundle holds " + entries.size() + " entries, not " + width);
        }
        return List.copyOf(entries);
    }
}
