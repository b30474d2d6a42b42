package akashi.reorganization;

import akashi.organization.PersonId;
import akashi.organization.Roster;
import akashi.organization.Snapshot;
import java.time.LocalDate;
import java.util.List;

/**
 * The organisation as it would stand after an import, to be looked at before it is applied. With faults in the report
 * it shows what the lines without fault would do.
 */
public final class PlannedOrganization {
    private final ImportReport report;
    private final Snapshot after;
    private final List<Move> moves;

    /**
     * Somebody a line is about.
     *
     * @param line line of the file
     * @param person also somebody the file brings
     * @param takesAway whether the line can only take something away
     */
    public record Move(int line, PersonId person, LocalDate day, boolean takesAway) {}

    PlannedOrganization(ImportReport report, Snapshot after, List<Move> moves) {
        this.report = report;
        this.after = after;
        this.moves = List.copyOf(moves);
    }

    public ImportReport report() {
        return report;
    }

    /** Everybody the lines are about, in their order; people nobody knows are missing. */
    public List<Move> moves() {
        return moves;
    }

    /** How it would stand on a date. */
    public Roster roster(LocalDate date) {
        return after.roster(date);
    }
}
