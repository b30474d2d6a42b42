package akashi.inventory;

import akashi.usage.Door;
import akashi.usage.UsageLog;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Releases of the program: one person writes them down, another signs them off, and the way back is recorded. */
@Service
class Releases {
    private final ReleaseSql sql;
    private final UsageLog usage;
    private final Clock clock;

    Releases(ReleaseSql sql, UsageLog usage, Clock clock) {
        this.sql = sql;
        this.usage = usage;
        this.clock = clock;
    }

    /** Newest first. */
    List<Release> all() {
        return sql.all();
    }

    @Transactional
    public void write(
            String version, String changes, String documents, String golden, String backOut, Door.Entered by) {
        long number = sql.add(new Release(
                0,
                version,
                changes,
                documents,
                golden,
                backOut,
                by.actor().staffNumber(),
                clock.instant(),
                null,
                null,
                null,
                null));
        record("RELEASE_WRITE", by, number);
    }

    /** False where somebody signed it off before, or where it is the writer. */
    @Transactional
    public boolean sign(long number, Door.Entered by) {
        boolean done = sql.sign(number, by.actor().staffNumber(), clock.instant());
        if (done) {
            record("RELEASE_SIGN", by, number);
        }
        return done;
    }

    /** False where it is not signed off, or backed out already. */
    @Transactional
    public boolean backOut(long number, String reason, Door.Entered by) {
        boolean done = sql.backOut(number, by.actor().staffNumber(), reason, clock.instant());
        if (done) {
            record("RELEASE_BACK_OUT", by, number);
        }
        return done;
    }

    private void record(String act, Door.Entered by, long number) {
        var _ = usage.record(by.of(act).stating("release", Long.toString(number)));
    }
}
