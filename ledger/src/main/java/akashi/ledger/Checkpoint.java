package akashi.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * What a log says about its tree at one moment (c2sp.org/tlog-checkpoint): the text that is signed.
 *
 * @param origin who the log is; the first line
 * @param extensions further lines, normally none
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (size < 0) {
            throw new IllegalArgumentException("A tree has no size " + size);
        }
        requireLine(origin);
        extensions.forEach(Checkpoint::requireLine);
    }

    /** Without extensions. */
    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /**
     * Reads a body exactly as {@link #body()} writes it.
     *
     * @throws MalformedException otherwise, also for a size above 2^63 - 1
     */
    public static Checkpoint parse(String body) {
        Lines lines = Lines.of(body);
        List<String> extensions = new ArrayList<>();
        String rest = lines.rest();
        if (!rest.isEmpty()) {
            if (!rest.endsWith("\n")) {
                throw new MalformedException("the checkpoint does not end with a newline");
            }
            for (String line : rest.substring(0, rest.length() - 1).split("\n", -1)) {
                if (line.isEmpty()) {
                    throw new MalformedException("the checkpoint has an empty line");
                }
                extensions.add(line);
            }
        }
        if (lines.root().length != Hash.LENGTH) {
            throw new MalformedException("the root hash has " + lines.root().length + " bytes, not 32");
        }
        return new Checkpoint(lines.origin(), lines.size(), Hash.of(lines.root()), extensions);
    }

    private static void requireLine(String line) {
        if (line.isEmpty() || line.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("A checkpoint's line is neither empty nor has a line break");
        }
    }

    /** The text to be signed, each line ended by a newline. */
    public String body() {
        StringBuilder body = new StringBuilder(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(root.toBase64())
                .append('\n');
        extensions.forEach(line -> body.append(line).append('\n'));
        return body.toString();
    }

    /** The grammar common to all logs, before this system's rules for hashes and extensions. */
    static final class Lines {
        private final String origin;
        private final long size;
        private final byte[] root;
        private final String rest;

        private Lines(String origin, long size, byte[] root, String rest) {
            this.origin = origin;
            this.size = size;
            this.root = root;
            this.rest = rest;
        }

        static Lines of(String body) {
            String[] lines = body.split("\n", 4);
            if (lines.length < 4) {
                throw new MalformedException("a checkpoint has at least three lines, each ended by a newline");
            }
            if (lines[0].isEmpty()) {
                throw new MalformedException("the checkpoint has no origin");
            }
            long size = Text.decimal(lines[1], "the tree size");
            return new Lines(lines[0], size, Text.base64(lines[2], "the root hash"), lines[3]);
        }

        String origin() {
            return origin;
        }

        long size() {
            return size;
        }

        byte[] root() {
            return root;
        }

        String rest() {
            return rest;
        }
    }
}
