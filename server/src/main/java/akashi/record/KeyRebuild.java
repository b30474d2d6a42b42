package akashi.record;

import akashi.identity.Normaliser;
import akashi.operation.DocumentType;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.usage.Actor;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.UseId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * and on one node at a time. What is registered or corrected meanwhile has new keys from the start. Until it is over,
 * every answer says that records may be missed.
 */
@Component
class KeyRebuild implements SmartLifecycle {
    static final String RULES = Normaliser.VERSION;

    private static final Logger LOG = LoggerFactory.getLogger(KeyRebuild.class);
    private static final int BATCH = 500;
    private static final Actor JOB = Actor.system("key-rebuild");

    private final RebuildSql sql;
    private final RecordKeySql keys;
    private final Operations operations;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** What is left, as last seen; the rules of a program never change while it runs. */
    private volatile Optional<RebuildSql.Rebuild> seen = Optional.empty();

    KeyRebuild(
            RebuildSql sql,
            RecordKeySql keys,
            Operations operations,
            UsageLog usage,
            TransactionTemplate transaction,
            Clock clock) {
        this.sql = sql;
        this.keys = keys;
        this.operations = operations;
        this.usage = usage;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How many hundredths of the keys are of today's rules; empty when all are. Costs nothing once all are. */
    OptionalInt progress() {
        RebuildSql.Rebuild last =
                seen.orElseThrow(() -> new IllegalStateException("The rebuild has not been looked at yet"));
        return last.finished()
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.min(99, last.done() * 100 / Math.max(1, last.total())));
    }

    @Override
    public void start() {
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
        if (seen.isEmpty() || seen.get().finished()) {
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
        List<RebuildSql.Answering> records = sql.next(rebuild.after(), BATCH);
        if (records.isEmpty()) {
            sql.finish(RULES, clock.instant());
            UseId _ = usage.record(Use.of("KEY_REBUILD", JOB)
                    .stating("rules", RULES)
                    .stating("step", "end")
                    .stating("records", Long.toString(rebuild.done())));
            LOG.info("All search keys are of the rules {} now: {} records", RULES, rebuild.done());
            return false;
        }
        replace(records);
        sql.reached(RULES, records.getLast().record().value(), records.size());
        return true;
    }

    private void replace(List<RebuildSql.Answering> records) {
        Map<RecordId, List<KeyRow>> before =
                sql.keys(records.stream().map(RebuildSql.Answering::record).toList());
        List<RebuildSql.Owned> gone = new ArrayList<>();
        List<Runnable> adding = new ArrayList<>();
        Map<RebuildSql.Answering, String> summaries = new LinkedHashMap<>();
        for (RebuildSql.Answering record : records) {
            List<KeyRow> old = before.getOrDefault(record.record(), List.of());
            DocumentType type = type(record);
            List<KeyRow> made = SearchKeys.of(type, record.body().values());
            old.stream()
                    .filter(row -> !made.contains(row))
                    .forEach(row -> gone.add(new RebuildSql.Owned(record.record(), row)));
            List<KeyRow> added = made.stream().filter(row -> !old.contains(row)).toList();
            if (!added.isEmpty()) {
                adding.add(() -> keys.add(record.record(), record.operation(), record.version(), added));
            }
            if (!record.summed()) {
                summaries.put(record, RecordJson.summary(type, record.body()));
            }
        }
        if (!gone.isEmpty()) {
            sql.withdraw(gone);
        }
        adding.forEach(Runnable::run);
        summaries.forEach(sql::sum);
    }

    private DocumentType type(RebuildSql.Answering record) {
        return operations
                .byCode(record.operation())
                .flatMap(version -> version.definition().document(record.documentType()))
                .or(() -> operations
                        .version(record.definition())
                        .map(OperationVersion::definition)
                        .flatMap(definition -> definition.document(record.documentType())))
                .orElseThrow(() -> new IllegalStateException(
                        "No version of " + record.operation() + " knows documents of type " + record.documentType()));
    }
}
