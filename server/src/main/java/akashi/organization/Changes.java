package akashi.organization;

import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The one way into the organisation's tables: plan, write and record the use in one transaction, or nothing. */
@Component
public class Changes {
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

    /** What somebody worked out from the state that is. */
    public interface Planned {
        /**
         * Everything the tables shall hold, with the lines that stay; empty where there are faults and nothing may
         * change.
         */
        Optional<Snapshot.Rows> accepted();
    }

    /** What came of it: with faults nothing, and the generation is the one that was. */
    public record Applied<P extends Planned>(P plan, long generation) {
        /** Whether it was written. */
        public boolean done() {
            return plan.accepted().isPresent();
        }
    }

    /**
     * Writes the lines in which the planned state differs from the one that is: a line that has applied is ended, never
     * rewritten. Changes follow each other: one waits until the other is committed, then plans against it. When this
     * returns, {@link Organization#roster()} of this node shows it. To be called outside a transaction.
     *
     * @param planner given what the tables hold
     * @param also runs in the same transaction with the new generation
     */
    public <P extends Planned> Applied<P> apply(Function<Snapshot, P> planner, Use use, Consumer<Long> also) {
        var applied = transaction.execute(status -> {
            long generation = writing.nextGeneration();
            var before = reading.load();
            var plan = planner.apply(before);
            var accepted = plan.accepted();
            if (accepted.isEmpty()) {
                status.setRollbackOnly();
                return new Applied<>(plan, generation - 1);
            }
            writing.write(
                    Edits.between(before, new Snapshot(generation, accepted.get())),
                    new Edits.By(use.actor().staffNumber(), clock.instant()));
            also.accept(generation);
            var _ = usage.record(use.stating("generation", Long.toString(generation)));
            return new Applied<>(plan, generation);
        });
        organization.changed();
        return applied;
    }
}
