package akashi.usage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries of one act as they follow one another on a log. */
@Repository
class ActTailSql {
    private final JdbcClient jdbc;

    ActTailSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<ActTail.End> ends() {
        return jdbc.sql("""
                select g.log, coalesce((select l.idx from usage_leaf l where l.log = g.log order by l.idx desc limit 1), -1) as last
                  from usage_log g
                 order by g.log
                """)
                .query((row, n) -> new ActTail.End(row.getInt("log"), row.getLong("last")))
                .list();
    }

    /** The months bound the search, so that a log of years is not read from its beginning. */
    List<UseSql.Stored> behind(ActTail.End end, long index, String act, Instant since, int limit) {
        return jdbc.sql("""
                select l.log, g.origin, l.idx, l.at, l.operator, l.unit, l.leaf, p.salt, p.body
                  from usage_leaf l
                  join usage_log g on g.log = l.log
                  left join usage_private p on p.month = l.private_month and p.id = l.private_id
                 where l.log = :log and l.idx > :index and l.idx <= :last and l.act = :act and l.at >= :since
                   and l.idx >= coalesce((select u.first_idx from usage_month u
                                           where u.log = :log and u.month <= (:since::timestamptz at time zone 'Asia/Tokyo')::date
                                           order by u.month desc limit 1), 0)
                 order by l.idx
                 limit :limit
                """)
                .param("log", end.log())
                .param("index", index)
                .param("last", end.last())
                .param("act", act)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(UseSql::stored)
                .list();
    }

    boolean kept(int log, long index) {
        return jdbc.sql("""
                select exists (select 1
                                 from usage_leaf l
                                 join usage_private p on p.month = l.private_month and p.id = l.private_id
                                where l.log = :log and l.idx = :index)
                """)
                .param("log", log)
                .param("index", index)
                .query((row, n) -> row.getBoolean(1))
                .single();
    }
}
