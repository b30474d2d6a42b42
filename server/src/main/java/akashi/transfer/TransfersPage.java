package akashi.transfer;

import akashi.reorganization.ImportReport;
import akashi.reorganization.Order;
import akashi.web.Page;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The transfer orders, and where one is entered.
 *
 * @param mayEnter whether the viewer may enter one
 * @param refused what was wrong with the file just sent, or null
 * @param error message key of what was wrong beside the file, or null
 */
record TransfersPage(
        List<Row> transfers,
        boolean mayEnter,
        LocalDate today,
        String paper,
        @Nullable ImportReport refused,
        @Nullable String error)
        implements Page {
    private static final int UNPROCESSABLE = 422;
    private static final int MOST_SHOWN = 300;

    /** A transfer with who entered it, in words. */
    record Row(Transfer transfer, String by) {}

    List<String> orders() {
        return Arrays.stream(Order.values()).map(Order::written).toList();
    }

    List<ImportReport.Fault> faults() {
        return refused == null
                ? List.of()
                : refused.faults().stream().limit(MOST_SHOWN).toList();
    }

    @Override
    public String template() {
        return "transfer/list";
    }

    @Override
    public String title() {
        return "transfer.title";
    }

    @Override
    public int status() {
        return refused == null && error == null ? 200 : UNPROCESSABLE;
    }
}
