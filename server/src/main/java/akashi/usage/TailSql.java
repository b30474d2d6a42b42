package akashi.usage;

import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Entries as they follow one another on the logs, without their private parts. */
@Repository
class TailSql {
    private final JdbcClient jdbc;

    TailSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Entries of the period behind a place, in the order of logs and indices. */
    List<UseSql.Stored> behind(int log, long index, SubjectSql.Period period, int limit) {
        return jdbc.sql("""
                with span as (
                    select g.log, g.origin,
                           greatest(
                               case when g.log = :log then :index + 1 else 0 end,
                               coalesce((select u.first_idx from usage_month u
                                          where u.log = g.log and u.month <= :first
                                          order by u.month desc limit 1), 0)) as lo,
                           coalesce((select u.first_idx from usage_month u
                                      where u.log = g.log and u.month > :last
                                      order by u.month limit 1), 9223372036854775807) as hi
                      from usage_log g
                     where g.log >= :log
                )
                select s.log, s.origin, l.idx, l.at, l.operator, l.unit, l.leaf, null::bytea as salt, null::bytea as body
                  from span s
                  cross join lateral (
                      select e.idx, e.at, e.operator, e.unit, e.leaf
                        from usage_leaf e
                       where e.log = s.log and e.idx >= s.lo and e.idx < s.hi and e.at >= :from and e.at < :to
                       order by e.idx
                       limit :limit) l
                 order by s.log, l.idx
                 limit :limit
                """)
                .param("log", log)
                .param("index", index)
                .param("first", period.firstMonth())
                .param("last", period.lastMonth())
                .param("from", period.from().atOffset(ZoneOffset.UTC))
                .param("to", period.to().atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(UseSql::stored)
                .list();
    }
}
