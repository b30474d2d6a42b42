package akashi.book;

import akashi.calendar.JapaneseDates;
import akashi.web.Messages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The book as CSV (RFC 4180, UTF-8 with a byte order mark for the spreadsheets in use). A cell that a spreadsheet would
 * take for a formula gets an apostrophe in front.
 */
final class BookCsv {
    private static final List<String> COLUMNS = List.of(
            "inquiry.book.time",
            "inquiry.book.act",
            "inquiry.book.operator",
            "inquiry.book.requester",
            "inquiry.book.keys",
            "inquiry.book.purpose",
            "inquiry.book.case",
            "inquiry.book.operations",
            "inquiry.book.answer",
            "inquiry.book.result",
            "inquiry.receipt");

    private BookCsv() {}

    static byte[] of(List<BookRow> rows, Messages messages, Locale language) {
        var text = new StringBuilder("\uFEFF");
        text.append(line(COLUMNS.stream().map(key -> messages.text(language, key))));
        for (var row : rows) {
            text.append(line(cells(row, messages, language)));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Stream<String> cells(BookRow row, Messages messages, Locale language) {
        var past = row.past();
        var result = past.result();
        return Stream.of(
                JapaneseDates.format(past.use().proved().at(), language),
                messages.text(language, "inquiry.act." + past.use().act()),
                row.unit() + " " + row.operator(),
                row.requester(),
                past.erased() ? messages.text(language, "inquiry.erased") : String.join(" / ", past.keys()),
                row.purpose(),
                past.caseReference(),
                String.join(" / ", row.operations()),
                messages.text(language, "inquiry.reply." + past.reply()),
                result == null ? "" : messages.text(language, "inquiry.result." + result.outcome()),
                past.number());
    }

    private static String line(Stream<String> cells) {
        return cells.map(BookCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    static String cell(String text) {
        var harmless = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
