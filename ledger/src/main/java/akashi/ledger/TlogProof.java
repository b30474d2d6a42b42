package akashi.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An inclusion proof as text that can be checked offline (c2sp.org/tlog-proof@v1).
 *
 * @param index of the entry, from 0
 * @param hashes from the leaf's sibling up to the root's child
 * @param checkpoint the signed checkpoint, as the log issued it; not read here
 * @param extra base64 of data that nothing vouches for
 */
public record TlogProof(
        long index,
        List<Hash> hashes,
        String checkpoint,
        @Nullable String extra) {
    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    static final int MAX_HASHES = 63;

    public TlogProof {
        hashes = List.copyOf(hashes);
        if (index < 0 || hashes.size() > MAX_HASHES) {
            throw new MalformedException("a proof has an index from 0 and at most 63 hashes");
        }
        if (checkpoint.isEmpty()) {
            throw new MalformedException("the proof has no checkpoint");
        }
        if (extra != null && Text.base64(extra, "the extra data").length == 0) {
            throw new MalformedException("the extra data is empty");
        }
    }

    /** Without extra data. */
    public TlogProof(long index, List<Hash> hashes, String checkpoint) {
        this(index, hashes, checkpoint, null);
    }

    /**
     * Reads the text exactly as {@link #format()} writes it; the checkpoint is taken as it is.
     *
     * @throws MalformedException otherwise
     */
    public static TlogProof parse(String text) {
        int split = text.indexOf("\n\n");
        if (split < 0) {
            throw new MalformedException("the proof has no empty line before its checkpoint");
        }
        List<String> lines = List.of(text.substring(0, split).split("\n", MAX_HASHES + 4));
        if (!lines.getFirst().equals(HEADER)) {
            throw new MalformedException("the proof does not start with " + HEADER);
        }
        int next = 1;
        String extra = null;
        if (next < lines.size() && lines.get(next).startsWith("extra ")) {
            extra = lines.get(next++).substring("extra ".length());
        }
        if (next >= lines.size() || !lines.get(next).startsWith("index ")) {
            throw new MalformedException("the proof has no index");
        }
        long index = Text.decimal(lines.get(next++).substring("index ".length()), "the index");
        List<Hash> hashes = new ArrayList<>();
        for (String line : lines.subList(next, lines.size())) {
            hashes.add(Hash.parse(line));
        }
        return new TlogProof(index, hashes, text.substring(split + 2), extra);
    }

    /** The text, to be kept as a {@code .tlog-proof} file. */
    public String format() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        if (extra != null) {
            text.append("extra ").append(extra).append('\n');
        }
        text.append("index ").append(index).append('\n');
        hashes.forEach(hash -> text.append(hash.toBase64()).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }
}
