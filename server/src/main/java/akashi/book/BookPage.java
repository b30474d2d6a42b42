package akashi.book;

import akashi.organization.Unit;
import akashi.web.Page;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The inquiry book (照会簿) of one unit and day.
 *
 * @param units units whose book can be chosen here
 * @param next leads to the following lines, null on the last page
 */
record BookPage(
        Unit unit,
        List<Unit> units,
        LocalDate day,
        LocalDate today,
        List<BookRow> rows,
        @Nullable String next) implements Page {
    BookPage {
        units = List.copyOf(units);
        rows = List.copyOf(rows);
    }

    /** Address of the same book on another day. */
    String on(LocalDate other) {
        return "/book?unit=" + unit.code() + "&day=" + other;
    }

    @Override
    public String template() {
        return "book/book";
    }

    @Override
    public String title() {
        return "book.title";
    }
}
