package akashi.reorganization;

import akashi.calendar.JapaneseDates;
import akashi.organization.Snapshot;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** What lines make of an organisation that holds nothing, without a database. */
public final class PlannedLines {
    private PlannedLines() {}

    public static Plan on(LocalDate today, List<Line> lines) {
        var ids = new AtomicLong();
        return Planning.plan(
                new Snapshot(0, Snapshot.Rows.NONE),
                today,
                JapaneseDates.startOf(today),
                () -> new UUID(0, ids.incrementAndGet()),
                lines);
    }
}
