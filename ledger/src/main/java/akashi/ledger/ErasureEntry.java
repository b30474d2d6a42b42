package akashi.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * What an entry says that erased private parts (docs/formats/erasure.md): those of entries of a log, which need not be
 * its own.
 *
 * @param log origin of the log whose entries lost their private parts
 * @param entries their indices as runs, such as {@code 12,15-19}
 * @param parts how many private parts that were
 */
public record ErasureEntry(String log, String entries, long parts) {
    /** Members are sorted, and the act is the first of them. */
    private static final byte[] BEGINNING = "{\"act\":\"ERASURE\",".getBytes(StandardCharsets.US_ASCII);

    /** What the entry says, if it is one of these; costs next to nothing for any other. */
    public static Optional<ErasureEntry> in(byte[] entry) {
        if (entry.length < BEGINNING.length
                || !Arrays.equals(entry, 0, BEGINNING.length, BEGINNING, 0, BEGINNING.length)) {
            return Optional.empty();
        }
        try {
            return CanonicalJson.parse(entry) instanceof Map<?, ?> members
                            && members.get("facts") instanceof Map<?, ?> facts
                            && facts.get("log") instanceof String log
                            && facts.get("entries") instanceof String entries
                            && facts.get("parts") instanceof String parts
                    ? Optional.of(new ErasureEntry(log, entries, Text.decimal(parts, "the number of parts")))
                    : Optional.empty();
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }
}
