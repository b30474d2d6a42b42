package akashi.record;

import akashi.operation.DocumentType;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.usage.Actor;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.UseId;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the keys of an operation's records anew when a version with other keys takes force, on one node at a time. From
 * that instant until it is over, every answer says that records may be missed.
 */
@Component
class VersionKeys {
    private static final int BATCH = 500;
    private static final Actor JOB = Actor.system("key-rebuild");

    private final VersionKeysSql sql;
    private final RebuildSql records;
    private final KeyMaking making;
    private final Operations operations;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** What was seen last, under the number of the register. */
    private volatile Seen seen = new Seen(-1, List.of());

    VersionKeys(
            VersionKeysSql sql,
            RebuildSql records,
            KeyMaking making,
            Operations operations,
            UsageLog usage,
            TransactionTemplate transaction,
            Clock clock) {
        this.sql = sql;
        this.records = records;
        this.making = making;
        this.operations = operations;
        this.usage = usage;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Seen(long generation, List<VersionKeysSql.State> open) {}

    /** How many hundredths are done where something is not; empty where all is. Costs nothing while nothing changes. */
    OptionalInt progress() {
        if (seen.generation() != operations.generation()) {
            look();
        }
        return seen.open().stream()
                .mapToInt(state -> (int) Math.min(99, state.done() * 100 / Math.max(1, state.total())))
                .min();
    }

    /** Compares what the versions in force ask for with the keys there are. */
    void look() {
        long generation = operations.generation();
        var known = sql.all();
        for (OperationVersion version : operations.inForce()) {
            String keys = digest(version);
            var state = known.stream()
                    .filter(one -> one.operation().equals(version.code()))
                    .findFirst();
            if (state.isEmpty()) {
                sql.note(version.code(), keys, clock.instant());
            } else if (!state.get().keys().equals(keys)) {
                begin(version, keys);
            }
        }
        seen = new Seen(
                generation,
                sql.all().stream().filter(state -> !state.finished()).toList());
    }

    private void begin(OperationVersion version, String keys) {
        transaction.executeWithoutResult(_ -> {
            if (sql.begin(version.code(), keys, clock.instant())) {
                UseId _ = usage.record(Use.of("KEY_REBUILD", JOB)
                        .in(version.code().value(), version.hash())
                        .stating("step", "begin"));
            }
        });
    }

    /** Works until the keys are those of the versions in force. */
    void run() {
        look();
        boolean more = true;
        while (more && !seen.open().isEmpty()) {
            more = Boolean.TRUE.equals(transaction.execute(_ -> records.alone() && work()));
            look();
        }
    }

    private boolean work() {
        var open = sql.all().stream().filter(state -> !state.finished()).findFirst();
        if (open.isEmpty()) {
            return false;
        }
        var state = open.get();
        var next = records.next(state.operation(), state.after(), BATCH);
        if (next.isEmpty()) {
            sql.finish(state, clock.instant());
            UseId _ = usage.record(Use.of("KEY_REBUILD", JOB)
                    .stating("operation", state.operation().value())
                    .stating("step", "end")
                    .stating("records", Long.toString(state.done())));
            return true;
        }
        making.replace(next);
        sql.reached(state, next.getLast().record().value(), next.size());
        return true;
    }

    /** What a definition says of keys, whatever the order it says it in. */
    private static String digest(OperationVersion version) {
        var said = new TreeSet<String>();
        for (DocumentType type : version.definition().documents()) {
            for (DocumentType.Key key : type.search().keys()) {
                var kinds = new TreeSet<>(key.kinds());
                said.add(type.code() + " " + key.field() + " " + kinds + " " + key.birth() + " " + key.sex() + " "
                        + key.colour());
            }
        }
        return Use.mark(said.toString());
    }
}
