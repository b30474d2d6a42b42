package akashi.retention;

import akashi.usage.Actor;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds (保全): what must not be erased, until somebody says it may. Setting and lifting one are uses. */
@Service
class Holds {
    private static final int SHOWN = 200;

    private final HoldSql sql;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Holds(HoldSql sql, UsageLog usage, TransactionTemplate transaction, Clock clock) {
        this.sql = sql;
        this.usage = usage;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Sets a hold. From its commit on no piece of an erasure takes what it covers; gives its number. */
    int set(Hold.Ground ground, Scope scope, String reason, String paper, Actor by, Use.Ruling ruling) {
        var hold = new Hold(0, ground, scope, reason, paper, by.staffNumber(), clock.instant(), null);
        Integer number = transaction.execute(_ -> {
            int set = sql.set(hold);
            var _ = usage.record(scope.stated(Use.of("HOLD", by)
                    .decided(ruling)
                    .stating("hold", Integer.toString(set))
                    .stating("ground", ground.name())
                    .stating("paper", paper)
                    .noting(reason)));
            return set;
        });
        if (number == null) {
            throw new IllegalStateException("A hold that was set must have a number");
        }
        return number;
    }

    /** Lifts a hold; false if somebody else did so before. What it kept back can then be proposed for erasure. */
    boolean lift(Hold hold, String paper, Actor by, Use.Ruling ruling) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!sql.lift(hold.number(), paper, by.staffNumber(), clock.instant())) {
                return false;
            }
            var _ = usage.record(hold.scope()
                    .stated(Use.of("HOLD_LIFT", by)
                            .decided(ruling)
                            .stating("hold", Integer.toString(hold.number()))
                            .stating("paper", paper)));
            return true;
        }));
    }

    List<Hold> all() {
        return sql.all(SHOWN);
    }

    Optional<Hold> one(int number) {
        return sql.one(number);
    }
}
