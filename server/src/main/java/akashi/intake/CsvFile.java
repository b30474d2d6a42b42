package akashi.intake;

import akashi.csv.CsvRows;
import akashi.csv.FileText;
import java.util.List;

/**
 * A CSV file as it came: encoding recognised (UTF-8 with or without a mark, otherwise CP932), every line with its
 * number.
 *
 * @param encoding what the report tells the reader
 * @param header the first line
 * @param lines all other lines that hold anything
 * @param blank how many hold nothing
 */
record CsvFile(String encoding, List<String> header, List<CsvRows.Row> lines, int blank) {
    CsvFile {
        header = List.copyOf(header);
        lines = List.copyOf(lines);
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
        return switch (FileText.of(bytes)) {
            case FileText.NoText(var _, int line, var _) ->
                new Reading.Broken(Math.max(1, line), "intake.broken.encoding");
            case FileText.Text(String text, var _) when text.isBlank() -> new Reading.Broken(1, "intake.broken.empty");
            case FileText.Text(String text, String encoding) -> table(encoding, text);
        };
    }

    private static Reading table(String encoding, String text) {
        return switch (CsvRows.of(text, ',')) {
            case CsvRows.Broken(long line, var _) -> new Reading.Broken(line, "intake.broken.quote");
            case CsvRows.Table(List<CsvRows.Row> rows) -> {
                List<CsvRows.Row> data =
                        rows.stream().skip(1).filter(row -> !row.blank()).toList();
                yield new Reading.Table(
                        new CsvFile(encoding, rows.getFirst().cells(), data, rows.size() - 1 - data.size()));
            }
        };
    }
}
