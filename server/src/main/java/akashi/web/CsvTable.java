package akashi.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table handed out as a CSV file (RFC 4180): UTF-8 with the mark that the spreadsheets in use need, every cell
 * quoted, one that a spreadsheet would take for a formula with an apostrophe in front.
 */
public final class CsvTable {
    private final StringBuilder text = new StringBuilder("\uFEFF");

    public CsvTable(List<String> header) {
        row(header);
    }

    public void row(List<String> cells) {
        text.append(cells.stream().map(CsvTable::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    public Download download(String name) {
        return new Download(name, "text/csv;charset=UTF-8", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static String cell(String value) {
        var safe = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
