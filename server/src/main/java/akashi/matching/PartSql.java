package akashi.matching;

import akashi.document.RecordId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The values by which documents are found as counterparts. */
@Repository
class PartSql {
    private final JdbcClient jdbc;

    PartSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void remove(RecordId record) {
        jdbc.sql("delete from matching_part where record = :record")
                .param("record", record.value())
                .update();
    }

    void add(RecordId record, Relations.Kind kind, List<String> values) {
        jdbc.sql("""
                insert into matching_part (value, operation, document_type, record)
                select value, :operation, :type, :record from unnest(:values::text[]) as t (value)
                on conflict do nothing
                """)
                .param("operation", kind.operation().value())
                .param("type", kind.document())
                .param("record", record.value())
                .param("values", values.toArray(String[]::new))
                .update();
    }

    /** Other documents of these kinds that share a value, those that share most first. */
    List<RecordId> sharing(RecordId record, List<String> values, Collection<Relations.Kind> kinds, int limit) {
        return jdbc.sql("""
                select p.record
                  from matching_part p
                 where p.value = any(:values::text[]) and p.record <> :record
                   and p.operation || ' ' || p.document_type = any(:kinds::text[])
                 group by p.record
                 order by count(*) filter (where p.value like 'N %') desc, count(*) desc, p.record
                 limit :limit
                """)
                .param("values", values.toArray(String[]::new))
                .param("record", record.value())
                .param(
                        "kinds",
                        kinds.stream()
                                .map(kind -> kind.operation().value() + " " + kind.document())
                                .toArray(String[]::new))
                .param("limit", limit)
                .query((row, _) -> new RecordId(row.getObject("record", UUID.class)))
                .list();
    }
}
