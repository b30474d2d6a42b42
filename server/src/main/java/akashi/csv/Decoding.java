package akashi.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Finds the encoding of a file, or the line that has none. */
final class Decoding {
    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final int MARK = 3;

    private Decoding() {}

    static FileText of(byte[] bytes) {
        if (begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF)) {
            return new FileText.NoText(FileText.Reason.UTF_16, 0, 0);
        }
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return decoded(ByteBuffer.wrap(bytes, MARK, bytes.length - MARK), StandardCharsets.UTF_8)
                    .map(text -> checked(text, "UTF-8 (BOM)"))
                    .orElseGet(() -> undecodable(bytes, MARK, List.of(StandardCharsets.UTF_8)));
        }
        return decoded(ByteBuffer.wrap(bytes), StandardCharsets.UTF_8)
                .map(text -> checked(text, "UTF-8"))
                .or(() -> decoded(ByteBuffer.wrap(bytes), CP932).map(text -> checked(text, "CP932")))
                .orElseGet(() -> undecodable(bytes, 0, List.of(StandardCharsets.UTF_8, CP932)));
    }

    private static FileText checked(String text, String encoding) {
        int nul = text.indexOf('\0');
        int line = 1
                + (int) text.chars()
                        .limit(Math.max(0, nul))
                        .filter(c -> c == '\n')
                        .count();
        return nul < 0 ? new FileText.Text(text, encoding) : new FileText.NoText(FileText.Reason.NOT_TEXT, line, 0);
    }

    private static Optional<String> decoded(ByteBuffer bytes, Charset charset) {
        var out = CharBuffer.allocate(bytes.remaining() + 1);
        var decoder = strict(charset);
        var result = decoder.decode(bytes, out, true);
        return result.isError() || decoder.flush(out).isError()
                ? Optional.empty()
                : Optional.of(out.flip().toString());
    }

    /** A file cut in the middle is rarely broken from its first line: the line that fits no encoding is to blame. */
    private static FileText undecodable(byte[] bytes, int from, List<Charset> charsets) {
        int line = 1;
        int start = from;
        for (int at = from; at < bytes.length; at++) {
            if (bytes[at] == '\n' || at == bytes.length - 1) {
                int length = at + 1 - start;
                int begin = start;
                var faults = charsets.stream()
                        .map(charset -> fault(ByteBuffer.wrap(bytes, begin, length), charset))
                        .toList();
                if (faults.stream().allMatch(CoderResult::isError)) {
                    return new FileText.NoText(
                            FileText.Reason.UNDECODABLE, line, faults.getLast().length());
                }
                line++;
                start = at + 1;
            }
        }
        // every line fits some encoding, but not all of them the same: two files in one
        return new FileText.NoText(FileText.Reason.UNDECODABLE, 0, 0);
    }

    private static CoderResult fault(ByteBuffer bytes, Charset charset) {
        return strict(charset).decode(bytes, CharBuffer.allocate(bytes.remaining() + 1), true);
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int n = 0; n < mark.length; n++) {
            if (bytes.length <= n || (bytes[n] & 0xFF) != mark[n]) {
                return false;
            }
        }
        return true;
    }
}
