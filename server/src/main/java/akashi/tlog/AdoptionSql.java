package akashi.tlog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ledgers whose node is gone. */
@Repository
class AdoptionSql {
    private final JdbcClient jdbc;

    AdoptionSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static AdoptionSql on(DataSource source) {
        return new AdoptionSql(JdbcClient.create(source));
    }

    /** A ledger that nobody writes. */
    record Orphan(int log, String origin) {}

    /** Ledgers but one whose lease ran out at least that long ago, or was given back. */
    List<Orphan> orphans(int own, Duration ago) {
        return jdbc.sql("""
                select g.log, g.origin
                  from usage_log g
                  join usage_lease l on l.log = g.log
                 where g.log <> :own and l.until < clock_timestamp() - make_interval(secs => :seconds)
                 order by g.log
                """)
                .param("own", own)
                .param("seconds", ago.toSeconds())
                .query((row, n) -> new Orphan(row.getInt("log"), row.getString("origin")))
                .list();
    }

    /** When a use was last recorded with a change. */
    Optional<Instant> lastRecorded(int log) {
        return jdbc.sql("select recorded from usage_pending where log = :log order by recorded desc limit 1")
                .param("log", log)
                .query((row, n) -> LedgerSql.instant(row, "recorded"))
                .optional();
    }
}
