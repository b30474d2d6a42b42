package akashi.tlog;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

/** Figures about the ledger's work; none names a person, a unit or an operation. */
final class LedgerMetrics {
    private final MeterRegistry registry;
    private final DistributionSummary batch;
    private final Timer commit;
    private final Counter failures;

    LedgerMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.batch = DistributionSummary.builder("akashi.ledger.batch")
                .description("Entries of one commit")
                .register(registry);
        this.commit = Timer.builder("akashi.ledger.commit")
                .description("Time of one commit")
                .register(registry);
        this.failures = Counter.builder("akashi.ledger.failures")
                .description("Attempts to write that failed")
                .register(registry);
    }

    void watch(Collection<?> queue) {
        Gauge.builder("akashi.ledger.queue", queue, Collection::size)
                .description("Entries that wait")
                .strongReference(true)
                .register(registry);
    }

    void committed(int entries, long nanos) {
        batch.record(entries);
        commit.record(nanos, TimeUnit.NANOSECONDS);
    }

    void failed() {
        failures.increment();
    }
}
