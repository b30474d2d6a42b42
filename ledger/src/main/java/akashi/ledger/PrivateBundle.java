package akashi.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The private parts of the entries of one bundle, in one file of an export. Each starts with the place of its entry in
 * the bundle (one byte, rising) and one byte that says what follows: 0, it was erased and nothing follows; 1, 16 bytes
 * of salt, the length of the body (32 bits, big-endian), and the body. Entries that never had one are left out.
 */
public final class PrivateBundle {
    private static final byte ERASED = 0;
    private static final byte HERE = 1;
    private static final int HEAD = 2;
    private static final int OPENING = Commitment.SALT + Integer.BYTES;

    private PrivateBundle() {}

    /** What became of the private part of one entry. */
    public sealed interface Part {
        /** Place of its entry in the bundle, 0 to 255. */
        int place();
    }

    /** The entry commits to one that no longer exists. */
    public record Erased(int place) implements Part {
        public Erased {
            requirePlace(place);
        }
    }

    /** Salt and body of what the entry commits to. */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    public record Here(int place, byte[] salt, byte[] body) implements Part {
        public Here {
            requirePlace(place);
            if (salt.length != Commitment.SALT) {
                throw new IllegalArgumentException("A salt has 16 bytes, not " + salt.length);
            }
        }

        /** What the entry must commit to. */
        public Hash commitment() {
            return Commitment.of(salt, body);
        }
    }

    private static void requirePlace(int place) {
        if (place < 0 || place >= TileCoordinate.FULL) {
            throw new IllegalArgumentException("A bundle has no place " + place);
        }
    }

    /**
     * Writes the parts one after the other.
     *
     * @throws IllegalArgumentException unless their places rise
     */
    public static byte[] format(List<Part> parts) {
        int length = 0;
        int last = -1;
        for (Part part : parts) {
            if (part.place() <= last) {
                throw new IllegalArgumentException("Place " + part.place() + " comes behind " + last);
            }
            last = part.place();
            length += switch (part) {
                case Erased _ -> HEAD;
                case Here here -> HEAD + OPENING + here.body().length;
            };
        }
        ByteBuffer bundle = ByteBuffer.allocate(length);
        for (Part part : parts) {
            bundle.put((byte) part.place());
            switch (part) {
                case Erased _ -> bundle.put(ERASED);
                case Here(int _, byte[] salt, byte[] body) ->
                    bundle.put(HERE).put(salt).putInt(body.length).put(body);
            }
        }
        return bundle.array();
    }

    /**
     * Reads what {@link #format} writes.
     *
     * @throws MalformedException if it is cut short, a place comes twice or too early, or a byte says nothing known
     */
    public static List<Part> parse(byte[] bundle) {
        List<Part> parts = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        int last = -1;
        while (rest.hasRemaining()) {
            require(rest, HEAD);
            int place = Byte.toUnsignedInt(rest.get());
            if (place <= last) {
                throw new MalformedException("the private part of place " + place + " comes behind that of " + last);
            }
            last = place;
            byte kind = rest.get();
            if (kind == ERASED) {
                parts.add(new Erased(place));
            } else if (kind == HERE) {
                parts.add(here(place, rest));
            } else {
                throw new MalformedException("the private part of place " + place + " is of an unknown kind");
            }
        }
        return List.copyOf(parts);
    }

    private static Here here(int place, ByteBuffer rest) {
        require(rest, OPENING);
        byte[] salt = new byte[Commitment.SALT];
        rest.get(salt);
        int length = rest.getInt();
        require(rest, length);
        byte[] body = new byte[length];
        rest.get(body);
        return new Here(place, salt, body);
    }

    private static void require(ByteBuffer rest, int length) {
        if (length < 0 || rest.remaining() < length) {
            throw new MalformedException("the private parts end within one");
        }
    }
}
