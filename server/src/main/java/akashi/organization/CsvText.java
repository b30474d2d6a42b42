package akashi.organization;

import akashi.organization.ImportReport.Fault;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The text of a file and the encoding it was found in: UTF-8 with or without mark, else CP932 (windows-31j). A byte
 * that fits neither is a fault with its line; nothing is replaced silently.
 *
 * @param encoding as people know it, empty if none fits
 */
record CsvText(String text, String encoding, @Nullable Fault fault) {
    private static final Charset CP932 = Charset.forName("windows-31j");

    static CsvText of(ImportFile file) {
        byte[] bytes = file.content();
        if (begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF)) {
            return unreadable(new Place(file.name(), 0).fault("", "utf-16"));
        }
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            var rest = ByteBuffer.wrap(bytes, 3, bytes.length - 3);
            return decode(rest, StandardCharsets.UTF_8)
                    .map(text -> checked(file, text, "UTF-8 (BOM)"))
                    .orElseGet(() -> unreadable(undecodable(file, bytes, StandardCharsets.UTF_8)));
        }
        return decode(ByteBuffer.wrap(bytes), StandardCharsets.UTF_8)
                .map(text -> checked(file, text, "UTF-8"))
                .or(() -> decode(ByteBuffer.wrap(bytes), CP932).map(text -> checked(file, text, "CP932")))
                .orElseGet(() -> unreadable(undecodable(file, bytes, CP932)));
    }

    private static CsvText checked(ImportFile file, String text, String encoding) {
        int nul = text.indexOf('\0');
        return nul < 0
                ? new CsvText(text, encoding, null)
                : unreadable(new Place(file.name(), lineOf(text, nul)).fault("", "not-text"));
    }

    private static CsvText unreadable(Fault fault) {
        return new CsvText("", "", fault);
    }

    private static Optional<String> decode(ByteBuffer bytes, Charset charset) {
        var out = CharBuffer.allocate(bytes.remaining() + 1);
        var decoder = strict(charset);
        var result = decoder.decode(bytes, out, true);
        if (result.isError() || decoder.flush(out).isError()) {
            return Optional.empty();
        }
        return Optional.of(out.flip().toString());
    }

    private static Fault undecodable(ImportFile file, byte[] bytes, Charset charset) {
        int mark = charset.equals(StandardCharsets.UTF_8) ? 3 : 0;
        var in = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
        var result = strict(charset).decode(in, CharBuffer.allocate(bytes.length + 1), true);
        int line = 1;
        for (int n = 0; n < in.position(); n++) {
            if (bytes[n] == '\n') {
                line++;
            }
        }
        return new Place(file.name(), line).fault("", "undecodable", result.length());
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static int lineOf(String text, int index) {
        return 1 + (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
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
