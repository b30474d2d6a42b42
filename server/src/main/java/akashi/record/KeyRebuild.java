package akashi.record;

import akashi.identity.Normaliser;
import akashi.usage.Actor;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.UseId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the search keys of all records anew when the rules that make them have changed (検索キーの再作成), in the background
 * and on one node at a time; likewise those of an operation whose version asks for other keys ({@link VersionKeys}).
 * What is registered or corrected meanwhile has new keys from the start. Until it is over, every answer says that
 * records may be missed.
 */
@Component
class KeyRebuild implements SmartLifecycle {
    static final String RULES = Normaliser.VERSION;

    private static final Logger LOG = LoggerFactory.getLogger(KeyRebuild.class);
    private static final int BATCH = 500;
    private static final Actor JOB = Actor.system("key-rebuild");

    private final RebuildSql sql;
    private final KeyMaking making;
    private final VersionKeys versions;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** What is left, as last seen; the rules of a program never change while it runs. */
    private volatile Optional<RebuildSql.Rebuild> seen = Optional.empty();

    KeyRebuild(
            RebuildSql sql,
            KeyMaking making,
            VersionKeys versions,
            UsageLog usage,
            TransactionTemplate transaction,
            Clock clock) {
        this.sql = sql;
        this.making = making;
        this.versions = versions;
        this.usage = usage;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How many hundredths of the keys are of today's rules; empty when all are. Costs nothing once all are. */
    OptionalInt progress() {
        RebuildSql.Rebuild last =
                seen.orElseThrow(() -> new IllegalStateException("The rebuild has not been looked at yet"));
        return last.finished()
                ? versions.progress()
                : OptionalInt.of((int) Math.min(99, last.done() * 100 / Math.max(1, last.total())));
    }

    @Override
    public void start() {
        versions.look();
        RebuildSql.Rebuild now = look();
        if (!now.finished()) {
            LOG.info(
                    "Search keys are made anew by the rules {}: {} of {} records so far",
                    RULES,
                    now.done(),
                    now.total());
        }
    }

    @Override
    public void stop() {
        seen = Optional.empty();
    }

    @Override
    public boolean isRunning() {
        return seen.isPresent();
    }

    /** After the ledger, before the first record is loaded or asked for: an empty register has nothing to make anew. */
    @Override
    public int getPhase() {
        return 1900;
    }

    private RebuildSql.Rebuild look() {
        RebuildSql.Rebuild found = sql.of(RULES).orElseGet(this::begin);
        seen = Optional.of(found);
        return found;
    }

    private RebuildSql.Rebuild begin() {
        transaction.executeWithoutResult(_ -> {
            if (sql.begin(RULES, clock.instant())) {
                UseId _ = usage.record(
                        Use.of("KEY_REBUILD", JOB).stating("rules", RULES).stating("step", "begin"));
            }
        });
        return sql.of(RULES).orElseThrow(() -> new IllegalStateException("A rebuild that was begun must be there"));
    }

    /** Works until all keys are of today's rules; another node's work is waited for by looking again. */
    @Scheduled(
            initialDelayString = "${akashi.record.rebuild-pause:PT5S}",
            fixedDelayString = "${akashi.record.rebuild-pause:PT5S}")
    void run() {
        if (seen.isEmpty()) {
            return;
        }
        if (seen.get().finished()) {
            versions.run();
            return;
        }
        boolean more = true;
        while (more && !look().finished()) {
            more = batch();
        }
        var _ = look();
    }

    /** One batch; false where another node is at it, or nothing is left. */
    boolean batch() {
        return Boolean.TRUE.equals(transaction.execute(_ -> sql.alone() && work()));
    }

    private boolean work() {
        RebuildSql.Rebuild rebuild = sql.of(RULES).orElseThrow();
        if (rebuild.finished()) {
            return false;
        }
        List<RebuildSql.Answering> records = sql.next(null, rebuild.after(), BATCH);
        if (records.isEmpty()) {
            sql.finish(RULES, clock.instant());
            UseId _ = usage.record(Use.of("KEY_REBUILD", JOB)
                    .stating("rules", RULES)
                    .stating("step", "end")
                    .stating("records", Long.toString(rebuild.done())));
            LOG.info("All search keys are of the rules {} now: {} records", RULES, rebuild.done());
            return false;
        }
        making.replace(records);
        sql.reached(RULES, records.getLast().record().value(), records.size());
        return true;
    }
}
