package akashi.proof;

import akashi.tlog.Entry;
import akashi.usage.Proved;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries one by one, as they are stored. */
@Repository
class EntrySql {
    private final JdbcClient jdbc;

    EntrySql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static EntrySql on(DataSource source) {
        return new EntrySql(JdbcClient.create(source));
    }

    /** An entry with its private part, as far as that still exists. */
    @SuppressWarnings("ArrayRecordComponent") // a row, never compared
    record Stored(Proved proved, String operator, byte[] leaf, Entry.@Nullable Secret secret) {}

    Optional<Stored> entry(int log, long index) {
        return jdbc.sql("""
                select g.log, g.origin, l.idx, l.at, l.operator, l.leaf, p.salt, p.body
                  from usage_leaf l
                  join usage_log g on g.log = l.log
                  left join usage_private p on p.month = l.private_month and p.id = l.private_id
                 where l.log = :log and l.idx = :index
                """)
                .param("log", log)
                .param("index", index)
                .query((row, _) -> {
                    byte[] salt = row.getBytes("salt");
                    return new Stored(
                            new Proved(
                                    row.getInt("log"),
                                    row.getString("origin"),
                                    row.getLong("idx"),
                                    row.getObject("at", OffsetDateTime.class).toInstant()),
                            row.getString("operator"),
                            row.getBytes("leaf"),
                            salt == null ? null : new Entry.Secret(salt, row.getBytes("body")));
                })
                .optional();
    }
}
