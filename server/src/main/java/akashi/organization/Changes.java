package akashi.organization;

import akashi.calendar.Ids;
import akashi.calendar.JapaneseDates;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The one way into the organisation tables: plan, check, write and record the use in one transaction, or nothing. */
@Component
class Changes {
    private final Organization organization;
    private final OrganizationSql reading;
    private final EditsSql writing;
    private final UsageLog usage;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Changes(
            Organization organization,
            OrganizationSql reading,
            EditsSql writing,
            UsageLog usage,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.organization = organization;
        this.reading = reading;
        this.writing = writing;
        this.usage = usage;
        this.clock = clock;
        transaction = new TransactionTemplate(transactions);
    }

    /** What came of it: with faults nothing changed, and the generation is the one that was. */
    record Applied(Planning.Plan plan, long generation) {
        boolean done() {
            return plan.faults().isEmpty();
        }
    }

    /** What the lines would do now. */
    Planning.Plan plan(List<? extends Line> lines) {
        return plan(organization.snapshot(), clock.instant(), lines);
    }

    /**
     * Puts the lines in. Changes follow each other: one waits until the other is committed, then plans against it.
     *
     * @param also runs in the same transaction with the new generation
     */
    Applied apply(List<? extends Line> lines, Use use, Consumer<Long> also) {
        var applied = transaction.execute(status -> {
            long generation = writing.nextGeneration();
            Instant now = clock.instant();
            var plan = plan(reading.load(), now, lines);
            if (!plan.faults().isEmpty()) {
                status.setRollbackOnly();
                return new Applied(plan, generation - 1);
            }
            writing.write(plan.edits(), new Edits.By(use.actor().staffNumber(), now));
            also.accept(generation);
            var _ = usage.record(use.stating("generation", Long.toString(generation)));
            return new Applied(plan, generation);
        });
        organization.changed();
        return applied;
    }

    private Planning.Plan plan(Snapshot base, Instant now, List<? extends Line> lines) {
        return Planning.plan(base, JapaneseDates.dateOf(now), now, () -> Ids.next(clock), lines);
    }
}
