package akashi.inventory;

import akashi.usage.Door;
import akashi.usage.UsageLog;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The scope of the police information management system (対象範囲): entries are added and ended, never changed. */
@Service
class Scopes {
    private final ScopeSql sql;
    private final UsageLog usage;
    private final Clock clock;

    Scopes(ScopeSql sql, UsageLog usage, Clock clock) {
        this.sql = sql;
        this.usage = usage;
        this.clock = clock;
    }

    /** What stands in the register now, what is out of scope last. */
    List<Scoped> standing() {
        return sql.standing();
    }

    @Transactional
    public void add(Scoped scoped, Door.Entered by) {
        sql.add(scoped, clock.instant());
        var _ = usage.record(
                by.of("SCOPE_KEEP").stating("ground", scoped.ground().name()).stating("paper", scoped.paper()));
    }

    /** Takes an entry off; nothing happens where it is off already. */
    @Transactional
    public void end(long number, Door.Entered by) {
        if (sql.end(number, clock.instant())) {
            var _ = usage.record(by.of("SCOPE_KEEP").stating("ended", Long.toString(number)));
        }
    }
}
