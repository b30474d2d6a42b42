package akashi.reorganization;

import akashi.organization.Changes;
import akashi.organization.Snapshot;
import akashi.reorganization.ImportReport.Effect;
import akashi.reorganization.ImportReport.Fault;
import java.util.List;
import java.util.Optional;

/**
 * What lines do to the organisation.
 *
 * @param after how all would stand; while there are faults, by the lines without fault
 */
public record Plan(Snapshot after, List<Fault> faults, List<Effect> effects) implements Changes.Planned {
    public Plan {
        faults = List.copyOf(faults);
        effects = List.copyOf(effects);
    }

    @Override
    public Optional<Snapshot.Rows> accepted() {
        return faults.isEmpty() ? Optional.of(after.rows()) : Optional.empty();
    }
}
