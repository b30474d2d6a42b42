package akashi.book;

import akashi.calendar.JapaneseDates;
import akashi.web.CsvTable;
import akashi.web.Download;
import akashi.web.Messages;
import java.util.List;
import java.util.Locale;

/** The book as a file. */
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

    static Download of(String name, List<BookRow> rows, Messages messages, Locale language) {
        var csv = new CsvTable(
                COLUMNS.stream().map(key -> messages.text(language, key)).toList());
        rows.forEach(row -> csv.row(cells(row, messages, language)));
        return csv.download(name);
    }

    private static List<String> cells(BookRow row, Messages messages, Locale language) {
        var past = row.past();
        var result = past.result();
        return List.of(
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
}
