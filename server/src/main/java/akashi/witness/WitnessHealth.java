package akashi.witness;

import akashi.tlog.Watch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Warns when no quorum of witnesses has cosigned lately, and is down when reading stopped for it. */
@Component("witnessHealthIndicator")
class WitnessHealth implements HealthIndicator {
    /** Answered with 200: the system works, somebody has to look. */
    static final Status WARNING = new Status("WARNING");

    private final ObjectProvider<Watch> watch;

    WitnessHealth(ObjectProvider<Watch> watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        Watch found = watch.getIfAvailable();
        if (found == null) {
            return Health.up().withDetail("witnesses", 0).build();
        }
        Watch.Standing standing = found.standing();
        var health = switch (standing.state()) {
            case UNWATCHED, FRESH -> Health.up();
            case LATE -> Health.status(WARNING);
            case STOPPED -> Health.down();
        };
        health.withDetail(
                "cosigned",
                standing.since() == null ? "not yet" : standing.since().toString());
        found.seen()
                .forEach(witness -> health.withDetail(
                        witness.name(),
                        witness.trouble() == null
                                ? "cosigns"
                                : witness.trouble().name()));
        return health.build();
    }
}
