package akashi.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a CSV text (RFC 4180), blank ones too, each with its line. */
public sealed interface CsvRows {
    /** It is a table. */
    record Table(List<Row> rows) implements CsvRows {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A quote is never closed, or text stands behind a closed one.
     *
     * @param line where the row begins in which that is so
     * @param before the rows before it
     */
    record Broken(long line, List<Row> before) implements CsvRows {
        public Broken {
            before = List.copyOf(before);
        }
    }

    /** One row; {@code number} is what an editor shows at the left of the line where it begins. */
    record Row(long number, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** Whether it holds nothing but blanks. */
        public boolean blank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** Reads the whole text; cells are as they stand. */
    static CsvRows of(String text, char delimiter) {
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setLenientEof(false)
                .setTrailingData(false)
                .get();
        var rows = new ArrayList<Row>();
        long line = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord row : parser) {
                rows.add(new Row(line, row.toList()));
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException broken) {
            return new Broken(line, rows);
        }
        return new Table(rows);
    }
}
