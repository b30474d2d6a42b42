package akashi.tlog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Down when the ledger cannot be written or signed, or when partitions run out: then nobody may read; also when it
 * differs from what was signed.
 */
@Component("ledgerHealthIndicator")
class LedgerHealth implements HealthIndicator {
    /** Fewer partitions than this ahead, and somebody must run {@code migrate} or look why they are not made. */
    static final int FEW_LEAVES = 2;

    static final int FEW_MONTHS = 3;
    private static final Duration LONG_UNSIGNED = Duration.ofSeconds(30);

    private final LedgerNode node;
    private final Clock clock;

    LedgerHealth(LedgerNode node, Clock clock) {
        this.node = node;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Tip tip = node.sequencer().tip();
        Throwable fault = node.sequencer().fault();
        if (tip == null || fault != null) {
            return Health.down()
                    .withDetail("writing", "failed")
                    .withDetail(
                            "error",
                            fault == null ? "not read yet" : fault.getClass().getSimpleName())
                    .build();
        }
        Instant signed = node.checkpointer().signedAt();
        boolean late = tip.size() > node.checkpointer().signedSize()
                && Duration.between(tip.at(), clock.instant()).compareTo(LONG_UNSIGNED) > 0;
        LedgerSql.Left left = node.left();
        boolean few = left != null && (left.leaves() < FEW_LEAVES || left.months() < FEW_MONTHS);
        SelfCheck.Result checked = node.selfCheck().last();
        boolean differs = checked != null && checked.fault() != null;
        Health.Builder health = late || few || differs ? Health.down() : Health.up();
        if (checked != null) {
            health.withDetail(
                    "selfCheck",
                    differs ? "differs from what was signed" : checked.at().toString());
        }
        health.withDetail("size", tip.size()).withDetail("signed", signed == null ? "not yet" : signed.toString());
        if (left != null) {
            health.withDetail("leafPartitionsLeft", left.leaves()).withDetail("monthPartitionsLeft", left.months());
        }
        return health.build();
    }
}
