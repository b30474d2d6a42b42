package akashi.book;

import akashi.result.PastInquiry;
import java.util.List;

/** One line of the book with the names a reader needs. */
record BookRow(
        PastInquiry past, String operator, String unit, String requester, String purpose, List<String> operations) {
    BookRow {
        operations = List.copyOf(operations);
    }
}
