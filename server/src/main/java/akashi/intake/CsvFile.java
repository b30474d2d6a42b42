package akashi.intake;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file as it came: encoding recognised (UTF-8 with or without a mark, otherwise CP932), every line with its
 * number.
 *
 * @param encoding what the report tells the reader
 * @param header the first line
 * @param lines all other lines that hold anything
 * @param blank how many hold nothing
 */
record CsvFile(String encoding, List<String> header, List<Line> lines, int blank) {
    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(false)
            .setLenientEof(false)
            .setTrailingData(false)
            .get();

    CsvFile {
        header = List.copyOf(header);
        lines = List.copyOf(lines);
    }

    /** One line of data; {@code number} is what an editor shows at its left. */
    record Line(long number, List<String> cells) {
        Line {
            cells = List.copyOf(cells);
        }

        boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** What reading a file came to. */
    sealed interface Reading {
        /** It is a table. */
        record Table(CsvFile file) implements Reading {}

        /** It cannot be read at all, and from which line on. */
        record Broken(long line, String messageKey) implements Reading {}
    }

    /** Reads the whole file; a quote that is never closed or a byte of no known encoding breaks it, named by line. */
    static Reading read(byte[] bytes) {
        String encoding = "UTF-8";
        String text = decoded(bytes, StandardCharsets.UTF_8);
        if (text == null) {
            encoding = "CP932";
            text = decoded(bytes, CP932);
        }
        if (text == null) {
            return new Reading.Broken(lineOfFirstBadByte(bytes), "intake.broken.encoding");
        }
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (body.isBlank()) {
            return new Reading.Broken(1, "intake.broken.empty");
        }
        return parsed(encoding, body);
    }

    private static Reading parsed(String encoding, String body) {
        List<Line> lines = new ArrayList<>();
        long line = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(body), FORMAT)) {
            for (CSVRecord row : parser) {
                lines.add(new Line(line, row.toList()));
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException broken) {
            return new Reading.Broken(line, "intake.broken.quote");
        }
        List<Line> data = lines.stream().skip(1).filter(l -> !l.blank()).toList();
        return new Reading.Table(new CsvFile(encoding, lines.getFirst().cells(), data, lines.size() - 1 - data.size()));
    }

    private static @Nullable String decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException unfit) {
            return null;
        }
    }

    /** A file cut in the middle is rarely broken from its first line: find the line where CP932 gives up. */
    private static long lineOfFirstBadByte(byte[] bytes) {
        long line = 1;
        int from = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n' || at == bytes.length - 1) {
                byte[] part = Arrays.copyOfRange(bytes, from, at + 1);
                if (decoded(part, StandardCharsets.UTF_8) == null && decoded(part, CP932) == null) {
                    return line;
                }
                line++;
                from = at + 1;
            }
        }
        return line;
    }
}
