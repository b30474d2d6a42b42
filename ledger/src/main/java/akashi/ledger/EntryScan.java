package akashi.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the commitment in an entry without reading all of its JSON: millions of entries are looked through at nearly
 * the speed of hashing them. Relies on the canonical form, in which nothing stands between the tokens.
 */
final class EntryScan {
    private static final byte[] NAME = "\"private\":\"".getBytes(StandardCharsets.US_ASCII);

    private final byte[] entry;

    EntryScan(byte[] entry) {
        this.entry = entry;
    }

    /** The value of the entry's own member {@code private}; members of its members do not count. */
    Optional<Hash> commitment() {
        if (entry.length == 0 || entry[0] != '{') {
            return Optional.empty();
        }
        int depth = 0;
        for (int i = 0; i < entry.length; i++) {
            switch (entry[i]) {
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                case '"' -> {
                    if (depth == 1 && entry[i - 1] != ':' && nameAt(i)) {
                        int from = i + NAME.length;
                        return Optional.of(
                                Hash.parse(new String(entry, from, end(from) - from, StandardCharsets.ISO_8859_1)));
                    }
                    i = end(i + 1);
                }
                default -> {
                    // a number, a literal or a separator
                }
            }
        }
        return Optional.empty();
    }

    private boolean nameAt(int at) {
        return at + NAME.length <= entry.length && Arrays.equals(entry, at, at + NAME.length, NAME, 0, NAME.length);
    }

    /** Place of the quote that ends the string which starts here. */
    private int end(int from) {
        for (int i = from; i < entry.length; i++) {
            if (entry[i] == '"') {
                return i;
            }
            if (entry[i] == '\\') {
                i++;
            }
        }
        throw new MalformedException("a string in the entry does not end");
    }
}
