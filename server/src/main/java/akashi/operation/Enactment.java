package akashi.operation;

import akashi.calendar.JapaneseDates;
import akashi.usage.Actor;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Puts what was decided by the procedure into the register: a version from an instant, an end at one, and taking back
 * what is still to come. It asks nobody's leave; the procedure does. Each change is an entry on the log within the
 * caller's transaction, and every node knows it a second after the commit, before its instant where that is still to
 * come.
 */
@Service
public class Enactment {
    private final OperationSql sql;
    private final Operations operations;
    private final UsageLog usage;
    private final Clock clock;

    Enactment(OperationSql sql, Operations operations, UsageLog usage, Clock clock) {
        this.sql = sql;
        this.operations = operations;
        this.usage = usage;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Enacted {
        /** Done; it counts from this instant, which is never before now. */
        record From(Instant instant) implements Enacted {}

        /** The register has another version than the one the decision was about; nothing was changed. */
        record Moved() implements Enacted {}

        /** A change of the operation is still to come; nothing was changed. */
        record Awaited(Instant instant) implements Enacted {}
    }

    /** A decision (決定) with its number, and who carries it out. */
    public record Order(String decision, Actor by) {}

    /**
     * Puts a version in force from an instant, in the place of the one that is.
     *
     * @param replaces hash of the version it takes the place of; null where none is in force
     * @param from an instant that is past stands for now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Enacted begin(Draft draft, @Nullable String replaces, Instant from, Order order) {
        sql.lock();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant at = later(from, now);
        var latest = sql.latest(draft.code());
        var hindrance = hindrance(latest, replaces, now);
        if (hindrance.isPresent()) {
            return hindrance.get();
        }
        if (replaces != null) {
            sql.end(draft.code(), at, OperationVersion.Close.REPLACED, order.decision());
        }
        sql.addDefinition(new DefinitionFiles.Content(draft.code(), draft.hash(), draft.json()), now);
        sql.begin(
                new OperationSql.InForce(
                        draft.code().value(),
                        at,
                        null,
                        draft.hash(),
                        OperationVersion.Ground.PROCEDURE,
                        JapaneseDates.dateOf(at),
                        order.decision(),
                        null),
                now);
        record("OPERATION_IN_FORCE", draft.code(), draft.hash(), order, at, "ground", "PROCEDURE");
        return new Enacted.From(at);
    }

    /**
     * Ends an operation at an instant.
     *
     * @param ends hash of the version the decision is about
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Enacted end(OperationCode code, String ends, Instant from, OperationVersion.Close close, Order order) {
        sql.lock();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant at = later(from, now);
        var hindrance = hindrance(sql.latest(code), ends, now);
        if (hindrance.isPresent()) {
            return hindrance.get();
        }
        sql.end(code, at, close, order.decision());
        record("OPERATION_END", code, ends, order, at, "close", close.name());
        return new Enacted.From(at);
    }

    /**
     * Takes back a version or an end that is still to come; what was in force goes on. False where nothing is to come.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean callOff(OperationCode code, Order order) {
        sql.lock();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var latest = sql.latest(code).orElse(null);
        if (latest == null) {
            return false;
        }
        Instant until = latest.until();
        if (until == null && latest.from().isAfter(now)) {
            sql.callOff(code, latest.from(), order.decision());
            int _ = sql.goOn(code, latest.from());
        } else if (until != null && until.isAfter(now)) {
            int _ = sql.goOn(code, until);
        } else {
            return false;
        }
        record("OPERATION_CALL_OFF", code, latest.hash(), order, now, "ground", "PROCEDURE");
        return true;
    }

    private static Optional<Enacted> hindrance(
            Optional<OperationSql.InForce> latest, @Nullable String expected, Instant now) {
        Instant until = latest.map(OperationSql.InForce::until).orElse(null);
        if (latest.isPresent() && latest.get().from().isAfter(now)) {
            return Optional.of(new Enacted.Awaited(latest.get().from()));
        }
        if (until != null && until.isAfter(now)) {
            return Optional.of(new Enacted.Awaited(until));
        }
        String held = latest.filter(span -> span.until() == null)
                .map(OperationSql.InForce::hash)
                .orElse(null);
        return java.util.Objects.equals(held, expected) ? Optional.empty() : Optional.of(new Enacted.Moved());
    }

    private static Instant later(Instant from, Instant now) {
        return from.isBefore(now) ? now : from.truncatedTo(ChronoUnit.MICROS);
    }

    private void record(
            String act, OperationCode code, String hash, Order order, Instant at, String fact, String value) {
        var _ = usage.record(Use.of(act, order.by())
                .in(code.value(), hash)
                .stating(fact, value)
                .stating("decision", order.decision())
                .stating("from", at.toString()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                operations.look();
            }
        });
    }
}
