package akashi.tlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledgers of this system, one a node, and the keys that sign them. */
@Repository
class LogRegisterSql {
    private final JdbcClient jdbc;

    LogRegisterSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static LogRegisterSql on(DataSource source) {
        return new LogRegisterSql(JdbcClient.create(source));
    }

    /** Every ledger that has an entry, or a program that writes it; the latest written first. */
    List<StoredLogs.Log> all() {
        return jdbc.sql("""
                select g.log, g.origin, coalesce(e.idx + 1, 0) as size, coalesce(c.size, 0) as signed_size, c.at,
                       coalesce(l.until > clock_timestamp(), false) as held
                  from usage_log g
                  left join usage_lease l on l.log = g.log
                  left join lateral (select idx from usage_leaf where log = g.log order by idx desc limit 1) e on true
                  left join lateral (select size, at from usage_checkpoint where log = g.log order by size desc limit 1) c
                    on true
                 where e.idx is not null or l.until > clock_timestamp()
                 order by c.at desc nulls last, g.log
                """).query(LogRegisterSql::row).list();
    }

    /** Number of the ledger with that published name. */
    Optional<Integer> log(String origin) {
        return jdbc.sql("select log from usage_log where origin = :origin")
                .param("origin", origin)
                .query((row, n) -> row.getInt("log"))
                .optional();
    }

    /** The keys of a ledger, the first one first. */
    List<StoredLogs.Key> keys(String origin) {
        return jdbc.sql("""
                select k.after_size, k.key, k.at, k.note
                  from usage_log_key k
                  join usage_log g on g.log = k.log
                 where g.origin = :origin
                 order by k.after_size, k.at
                """)
                .param("origin", origin)
                .query((row, n) -> new StoredLogs.Key(
                        row.getLong("after_size"),
                        row.getString("key"),
                        LedgerSql.instant(row, "at"),
                        row.getString("note")))
                .list();
    }

    void introduce(int log, StoredLogs.Key key) {
        jdbc.sql("""
                insert into usage_log_key (log, after_size, key, at, note) values (:log, :size, :key, :at, :note)
                on conflict (log, after_size, key) do nothing
                """)
                .param("log", log)
                .param("size", key.afterSize())
                .param("key", key.key())
                .param("at", key.at().atOffset(ZoneOffset.UTC))
                .param("note", key.note())
                .update();
    }

    private static StoredLogs.Log row(ResultSet row, int n) throws SQLException {
        var at = Optional.ofNullable(row.getObject("at", OffsetDateTime.class));
        return new StoredLogs.Log(
                row.getInt("log"),
                row.getString("origin"),
                row.getLong("size"),
                row.getLong("signed_size"),
                at.map(OffsetDateTime::toInstant).orElse(null),
                row.getBoolean("held"));
    }
}
