package akashi.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds the commitment in an entry without reading all of its JSON: millions of entries are looked through at nearly
 * the speed of hashing them. Relies on the canonical form, in which nothing stands between the tokens; and within a
 * string a quote is escaped, so that a name that merely ends in the same way has a backslash before the place found.
 */
final class EntryScan {
    private static final String NAME = "\"private\":\"";

    private final String entry;

    EntryScan(byte[] entry) {
        // a character a byte: everything looked for is ASCII
        this.entry = new String(entry, StandardCharsets.ISO_8859_1);
    }

    /** The value of the entry's own member {@code private}; members of its members do not count. */
    Optional<Hash> commitment() {
        for (int at = entry.indexOf(NAME, 1); at >= 0; at = entry.indexOf(NAME, at + 1)) {
            if (entry.charAt(at - 1) != '\\' && depth(at) == 1) {
                int from = at + NAME.length();
                return Optional.of(Hash.parse(entry.substring(from, end(from))));
            }
        }
        return Optional.empty();
    }

    /** How many objects and arrays are still open at the start of a string: as many as are closed behind it. */
    private int depth(int from) {
        int depth = 0;
        for (int i = from; i < entry.length(); i++) {
            switch (entry.charAt(i)) {
                case '{', '[' -> depth--;
                case '}', ']' -> depth++;
                case '"' -> i = end(i + 1);
                default -> {
                    // a number, a literal or a separator
                }
            }
        }
        return depth;
    }

    /** Place of the quote that ends the string which starts here. */
    private int end(int from) {
        for (int i = from; i < entry.length(); i++) {
            char c = entry.charAt(i);
            if (c == '"') {
                return i;
            }
            if (c == '\\') {
                i++;
            }
        }
        throw new MalformedException("a string in the entry does not end");
    }
}
