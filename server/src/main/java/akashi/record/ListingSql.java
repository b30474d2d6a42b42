package akashi.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of documents: narrowed, capped, and without what is hidden from the asker. */
@Repository
class ListingSql {
    private final JdbcClient jdbc;

    ListingSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Documents.Row> rows(Documents.Narrowed narrowed, UUID asker, int limit) {
        return jdbc.sql("""
                select r.id, r.operation, r.document_type, r.number, r.unit, r.standing, r.state, r.sealed, r.version,
                       r.counted_version, r.changed_at, r.subjects, v.content
                  from record r
                  join record_version v on v.record_id = r.id and v.version = r.counted_version
                 where r.operation = :operation and r.document_type = :type
                   and (:ended or r.standing <> 'ENDED')
                   and (:units::uuid[] is null or r.unit = any(:units::uuid[]))
                   and (:from::date is null or r.happened_on >= :from::date)
                   and (:to::date is null or r.happened_on <= :to::date)
                   and r.listing @> :filter::jsonb
                   and (not r.sealed or exists (select 1
                                                  from record_seal_reader s
                                                 where s.record_id = r.id and s.person = :asker
                                                   and s.removed_at is null))
                   and (r.subjects = '{}' or not exists (select 1
                                                           from record_own_person p
                                                          where p.person = :asker and p.subjects && r.subjects))
                 order by r.happened_on desc nulls last, r.id desc
                 limit :limit
                """)
                .param("operation", narrowed.operation())
                .param("type", narrowed.documentType())
                .param("ended", narrowed.ended())
                .param(
                        "units",
                        narrowed.units() == null ? null : narrowed.units().toArray(UUID[]::new))
                .param("from", narrowed.from())
                .param("to", narrowed.to())
                .param("filter", RecordJson.filter(narrowed.filters()))
                .param("asker", asker)
                .param("limit", limit)
                .query(ListingSql::row)
                .list();
    }

    private static Documents.Row row(ResultSet row, int rowNumber) throws SQLException {
        return new Documents.Row(RecordSql.head(row, rowNumber), RecordJson.body(row.getString("content")));
    }
}
