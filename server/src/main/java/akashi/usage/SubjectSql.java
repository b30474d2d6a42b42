package akashi.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Entries that may be about a subject, of every log. They are looked for in the bytes of entry and private part,
 * because an index over records would cost every use something; a period bounds the search by the first entry of its
 * months.
 */
@Repository
class SubjectSql {
    /** Where in each log the months of a period lie. */
    private static final String SPAN = """
            with span as (
                select g.log, g.origin,
                       coalesce((select u.first_idx from usage_month u
                                  where u.log = g.log and u.month <= :first
                                  order by u.month desc limit 1), 0) as lo,
                       coalesce((select u.first_idx from usage_month u
                                  where u.log = g.log and u.month > :last
                                  order by u.month limit 1), 9223372036854775807) as hi
                  from usage_log g
            )
            """;

    private final JdbcClient jdbc;

    SubjectSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Within [from, to); the months are those of its first and last day in Japan, by their first days. */
    record Period(Instant from, Instant to, LocalDate firstMonth, LocalDate lastMonth) {}

    /**
     * Entries in which one of the needles stands, oldest first; whether it stands where it matters is not looked at.
     */
    List<UseSql.Stored> having(List<byte[]> needles, Period period, int limit) {
        return within(period, """
                select s.log, s.origin, l.idx, l.at, l.operator, l.unit, l.leaf, p.salt, p.body
                  from span s
                  join usage_leaf l on l.log = s.log and l.idx >= s.lo and l.idx < s.hi
                  left join usage_private p on p.month = l.private_month and p.id = l.private_id
                 where l.at >= :from and l.at < :to
                   and exists (select from unnest(:needles::bytea[]) as n(needle)
                                where position(n.needle in l.leaf) > 0 or position(n.needle in p.body) > 0)
                 order by l.at, s.log, l.idx
                 limit :limit
                """)
                .param("needles", needles.toArray(byte[][]::new))
                .param("limit", limit)
                .query(UseSql::stored)
                .list();
    }

    /** How many entries of a log lie in the period, and of how many the private part is gone. */
    record Searched(String origin, long entries, long gone) {}

    List<Searched> searched(Period period) {
        return within(period, """
                select s.origin, count(*) as entries,
                       count(*) filter (where p.id is null
                                          and position(convert_to('"private":"', 'UTF8') in l.leaf) > 0) as gone
                  from span s
                  join usage_leaf l on l.log = s.log and l.idx >= s.lo and l.idx < s.hi
                  left join usage_private p on p.month = l.private_month and p.id = l.private_id
                 where l.at >= :from and l.at < :to
                 group by s.origin
                 order by s.origin
                """)
                .query((row, n) -> new Searched(
                        String.valueOf(row.getString("origin")), row.getLong("entries"), row.getLong("gone")))
                .list();
    }

    private JdbcClient.StatementSpec within(Period period, String query) {
        return jdbc.sql(SPAN + query)
                .param("first", period.firstMonth())
                .param("last", period.lastMonth())
                .param("from", period.from().atOffset(ZoneOffset.UTC))
                .param("to", period.to().atOffset(ZoneOffset.UTC));
    }
}
