package akashi.transfer;

import akashi.web.Page;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One transfer order with what everybody on it gains and loses.
 *
 * @param rows those that fit what was searched for, cut off at {@link #MOST_SHOWN}
 * @param found how many fit
 * @param opposites orders that put this one right
 * @param error message key of why nothing was done, or null
 */
record TransferPage(
        Transfer transfer,
        Preview preview,
        String enterer,
        String decider,
        List<TransferRow> rows,
        int found,
        String search,
        May may,
        List<Transfer> opposites,
        LocalDate today,
        @Nullable String error)
        implements Page {
    static final int MOST_SHOWN = 200;
    private static final int UNPROCESSABLE = 422;

    /** What the viewer may do; {@code own} says that they entered it themselves. */
    record May(boolean apply, boolean withdraw, boolean own, boolean oppose) {}

    @Override
    public String template() {
        return "transfer/transfer";
    }

    @Override
    public String title() {
        return "transfer.one.title";
    }

    @Override
    public List<Object> titleArgs() {
        return List.of(Long.toString(transfer.number()));
    }

    @Override
    public int status() {
        return error == null ? 200 : UNPROCESSABLE;
    }
}
