package akashi.batch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The digest of terms and list, to which an approval is bound. Every part stands with its length before it. */
final class BatchDigest {
    private BatchDigest() {}

    static String of(Batch.Terms terms, List<Batch.Line> lines) {
        var text = new StringBuilder();
        part(text, terms.kind().name());
        part(text, terms.purpose());
        part(text, terms.caseReference());
        part(text, terms.note());
        part(text, Integer.toString(terms.operations().size()));
        terms.operations().forEach(operation -> part(text, operation));
        for (var line : lines) {
            part(text, Integer.toString(line.number()));
            part(text, Integer.toString(line.cells().size()));
            line.cells().forEach(cell -> part(text, cell));
        }
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void part(StringBuilder text, String part) {
        text.append(part.length()).append(':').append(part);
    }
}
