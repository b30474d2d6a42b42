package akashi.usage;

import akashi.tlog.Entry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries as they are read back. */
@Repository
class UseSql {
    private final JdbcClient jdbc;

    UseSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry with its private part, as far as that still exists. */
    @SuppressWarnings("ArrayRecordComponent") // a row, never compared
    record Stored(Proved proved, String operator, String unit, byte[] leaf, Entry.@Nullable Secret secret) {}

    /** The latest uses of an operator; of the given acts only, unless none is given. */
    List<Stored> latestOf(String operator, List<String> acts, int limit) {
        return jdbc.sql("""
                select g.log, g.origin, l.idx, l.at, l.operator, l.unit, l.leaf, p.salt, p.body
                  from (select log, idx, at, operator, unit, leaf, private_month, private_id
                          from usage_leaf
                         where operator = :operator
                           and (:all or act = any(:acts::text[]))
                         order by at desc, log desc, idx desc
                         limit :limit) l
                  join usage_log g on g.log = l.log
                  left join usage_private p on p.month = l.private_month and p.id = l.private_id
                 order by l.at desc, l.log desc, l.idx desc
                """)
                .param("operator", operator)
                .param("all", acts.isEmpty())
                .param("acts", acts.toArray(String[]::new))
                .param("limit", limit)
                .query(UseSql::stored)
                .list();
    }

    boolean did(String operator, String act, String operation, Instant since) {
        return jdbc.sql("""
                select exists (select
                                 from usage_leaf
                                where operator = :operator and at >= :since and act = :act
                                  and :operation = any(string_to_array(operation, ' '))) as did
                """)
                .param("operator", operator)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("act", act)
                .param("operation", operation)
                .query((row, _) -> row.getBoolean("did"))
                .single();
    }

    /** An operator's uses of an act since an instant, oldest first. */
    List<Stored> since(String operator, String act, Instant since) {
        return jdbc.sql("""
                select g.log, g.origin, l.idx, l.at, l.operator, l.unit, l.leaf, p.salt, p.body
                  from usage_leaf l
                  join usage_log g on g.log = l.log
                  left join usage_private p on p.month = l.private_month and p.id = l.private_id
                 where l.operator = :operator and l.act = :act and l.at >= :since
                 order by l.at, l.log, l.idx
                """)
                .param("operator", operator)
                .param("act", act)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(UseSql::stored)
                .list();
    }

    /** The entries at these places, oldest first. */
    List<Stored> entries(List<Integer> logs, List<Long> indexes) {
        return jdbc.sql("""
                select g.log, g.origin, l.idx, l.at, l.operator, l.unit, l.leaf, p.salt, p.body
                  from unnest(:logs::smallint[], :indexes::bigint[]) as wanted (log, idx)
                  join usage_leaf l on l.log = wanted.log and l.idx = wanted.idx
                  join usage_log g on g.log = l.log
                  left join usage_private p on p.month = l.private_month and p.id = l.private_id
                 order by l.at, l.log, l.idx
                """)
                .param("logs", logs.toArray(Integer[]::new))
                .param("indexes", indexes.toArray(Long[]::new))
                .query(UseSql::stored)
                .list();
    }

    /** Place after which a page goes on. */
    record Cursor(Instant at, int log, long index) {}

    /** Uses of some units within [from, to), newest first, after the cursor. */
    List<Stored> ofUnits(List<String> units, Instant from, Instant to, List<String> acts, Cursor after, int limit) {
        return jdbc.sql("""
                select g.log, g.origin, l.idx, l.at, l.operator, l.unit, l.leaf, p.salt, p.body
                  from (select log, idx, at, operator, unit, leaf, private_month, private_id
                          from usage_leaf
                         where unit = any(:units::text[]) and at >= :from and at < :to and at <= :at
                           and (at, log, idx) < (:at, :log::smallint, :index::bigint)
                           and (:all or act = any(:acts::text[]))
                         order by at desc, log desc, idx desc
                         limit :limit) l
                  join usage_log g on g.log = l.log
                  left join usage_private p on p.month = l.private_month and p.id = l.private_id
                 order by l.at desc, l.log desc, l.idx desc
                """)
                .param("units", units.toArray(String[]::new))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("at", after.at().atOffset(ZoneOffset.UTC))
                .param("log", after.log())
                .param("index", after.index())
                .param("all", acts.isEmpty())
                .param("acts", acts.toArray(String[]::new))
                .param("limit", limit)
                .query(UseSql::stored)
                .list();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Stored stored(ResultSet row, int n) throws SQLException {
        byte[] salt = row.getBytes("salt");
        return new Stored(
                new Proved(row.getInt("log"), row.getString("origin"), row.getLong("idx"), instant(row, "at")),
                row.getString("operator"),
                row.getString("unit"),
                row.getBytes("leaf"),
                salt == null ? null : new Entry.Secret(salt, row.getBytes("body")));
    }
}
