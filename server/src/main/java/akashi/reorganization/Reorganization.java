package akashi.reorganization;

import akashi.calendar.Ids;
import akashi.calendar.JapaneseDates;
import akashi.organization.Changes;
import akashi.organization.Organization;
import akashi.organization.Snapshot;
import akashi.usage.Use;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Puts lines into the organisation: all of them, planned and checked together, or none. */
@Component
public class Reorganization {
    private final Organization organization;
    private final Changes changes;
    private final Clock clock;

    Reorganization(Organization organization, Changes changes, Clock clock) {
        this.organization = organization;
        this.changes = changes;
        this.clock = clock;
    }

    /** What the lines would do now; changes nothing. */
    Plan plan(List<? extends Line> lines) {
        return plan(organization.snapshot(), lines);
    }

    /**
     * Puts the lines in and records the use in one transaction, or finds faults and changes nothing; see
     * {@link Changes#apply}. To be called outside a transaction.
     *
     * @param also runs in the same transaction with the new generation
     */
    public Changes.Applied<Plan> apply(List<? extends Line> lines, Use use, Consumer<Long> also) {
        return changes.apply(before -> plan(before, lines), use, also);
    }

    private Plan plan(Snapshot base, List<? extends Line> lines) {
        var now = clock.instant();
        return Planning.plan(base, JapaneseDates.dateOf(now), now, () -> Ids.next(clock), lines);
    }
}
