package akashi.transfer;

import akashi.access.Asker;
import akashi.organization.Person;
import akashi.reorganization.ImportReport;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a transfer order does or did.
 *
 * @param digest changes with anything in it; an approval holds for what was shown
 */
record Preview(ImportReport report, List<Row> rows, String digest) {
    Preview {
        rows = List.copyOf(rows);
    }

    /**
     * One person on one day.
     *
     * @param before principal post on the day before, null where there is none; {@code after} likewise
     * @param acting whether the person may act from then on
     * @param stops whether it ends what the person may do at all
     * @param late whether the day lies before today, so that it holds at once
     */
    record Row(
            int line,
            Person person,
            LocalDate day,
            Asker.@Nullable Office before,
            Asker.@Nullable Office after,
            boolean acting,
            boolean stops,
            boolean late,
            boolean takesAway,
            Difference difference) {}

    /** Whether every line can only take something away. */
    boolean takesAway() {
        return !rows.isEmpty() && rows.stream().allMatch(Row::takesAway);
    }

    long gaining() {
        return rows.stream()
                .filter(row -> !row.difference().gained().isEmpty()
                        || !row.difference().actsGained().isEmpty())
                .count();
    }

    long losing() {
        return rows.stream()
                .filter(row -> !row.difference().lost().isEmpty()
                        || !row.difference().actsLost().isEmpty())
                .count();
    }

    long stopping() {
        return rows.stream().filter(Row::stops).count();
    }
}
