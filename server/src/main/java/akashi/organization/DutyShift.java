package akashi.organization;

import java.time.Instant;

/**
 * Somebody on duty outside office hours (当直), who then acts for the unit's own sections.
 *
 * @param chief whether as 当直責任者
 * @param ends first instant no longer on duty
 */
public record DutyShift(UnitId unit, PersonId person, boolean chief, Instant starts, Instant ends) {
    public boolean contains(Instant at) {
        return !at.isBefore(starts) && at.isBefore(ends);
    }

    public boolean overlaps(DutyShift other) {
        return starts.isBefore(other.ends) && other.starts.isBefore(ends);
    }
}
