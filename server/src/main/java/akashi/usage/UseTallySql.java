package akashi.usage;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts of entries, made by the database so that no entry is carried out of it. */
@Repository
class UseTallySql {
    private final JdbcClient jdbc;

    UseTallySql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A result of an inquiry (事後の取扱結果) names the entry it is about, and belongs to the operations of that one. */
    List<UseTally.Count> between(int log, long after, long through) {
        return jdbc.sql("""
                with used as materialized ( -- so that an entry is read once, not with each part that is taken of it
                    select l.at at time zone 'Asia/Tokyo' as at, l.unit, l.act, convert_from(l.leaf, 'UTF8')::jsonb as entry
                      from usage_leaf l
                     where l.log = :log and l.idx > :after and l.idx <= :through
                ), about as (
                    select u.at, u.unit, u.act, u.entry,
                           coalesce(u.entry -> 'operations',
                                    (select convert_from(q.leaf, 'UTF8')::jsonb -> 'operations'
                                       from usage_leaf q
                                      where u.act = 'RESULT' and u.entry -> 'facts' ->> 'of' ~ '^[0-9]{1,4}-[0-9]{1,18}$'
                                        and q.log = split_part(u.entry -> 'facts' ->> 'of', '-', 1)::smallint
                                        and q.idx = split_part(u.entry -> 'facts' ->> 'of', '-', 2)::bigint),
                                    '[]'::jsonb) as operations
                      from used u
                ), spread as (
                    select a.at, a.unit, a.act, a.entry,
                           coalesce(o.one ->> 'code', a.entry -> 'facts' ->> 'operation', '') as operation,
                           coalesce((o.one -> 'decision' ->> 'permitted')::boolean,
                                    (a.entry -> 'decision' ->> 'permitted')::boolean, true) as permitted
                      from about a
                      left join lateral jsonb_array_elements(a.operations) as o (one) on true
                )
                select at::date as day, extract(hour from at)::int as hour, operation, unit,
                       case when act = 'EXISTENCE' and entry -> 'facts' ->> 'partial' = 'true' then 'PARTIAL' else act end
                           as act,
                       coalesce(entry ->> 'purpose', '') as purpose,
                       case when act = 'EXISTENCE' then coalesce(entry -> 'facts' ->> 'kind', '') else '' end as kind,
                       case when not permitted then 'REFUSED'
                            when act = 'RESULT' then coalesce(entry -> 'facts' ->> 'result', 'DONE')
                            when act = 'HIT_CONFIRMATION_REPLY' then coalesce(entry -> 'facts' ->> 'verdict', 'DONE')
                            when coalesce((entry ->> 'hits')::int, 0) > 0 then 'HIT'
                            else 'DONE' end as outcome,
                       count(*) as uses
                  from spread
                 where operation <> ''
                 group by 1, 2, 3, 4, 5, 6, 7, 8
                """)
                .param("log", log)
                .param("after", after)
                .param("through", through)
                .query((row, _) -> new UseTally.Count(
                        row.getObject("day", LocalDate.class),
                        row.getInt("hour"),
                        row.getString("operation"),
                        row.getString("unit"),
                        row.getString("act"),
                        row.getString("purpose"),
                        row.getString("kind"),
                        row.getString("outcome"),
                        row.getLong("uses")))
                .list();
    }
}
