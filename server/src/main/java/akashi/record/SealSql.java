package akashi.record;

import akashi.document.RecordId;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who may read sealed documents. */
@Repository
class SealSql {
    private final JdbcClient jdbc;

    SealSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean admits(RecordId record, UUID person) {
        return jdbc.sql("""
                select exists (select 1
                                 from record_seal_reader
                                where record_id = :record and person = :person and removed_at is null)
                """)
                .param("record", record.value())
                .param("person", person)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** Of these documents, those the person may read. */
    Set<RecordId> admitting(Set<RecordId> records, UUID person) {
        return new HashSet<>(jdbc.sql("""
                select record_id
                  from record_seal_reader
                 where record_id = any(:records::uuid[]) and person = :person and removed_at is null
                """)
                .param("records", records.stream().map(RecordId::value).toArray(UUID[]::new))
                .param("person", person)
                .query((row, _) -> RecordSql.id(row, "record_id"))
                .list());
    }

    void admit(RecordId record, UUID person, UUID by, Instant at) {
        jdbc.sql("""
                insert into record_seal_reader (record_id, person, admitted_by, admitted_at)
                values (:record, :person, :by, :at)
                """)
                .param("record", record.value())
                .param("person", person)
                .param("by", by)
                .param("at", RecordSql.utc(at))
                .update();
    }

    void removeAll(RecordId record, Instant at) {
        jdbc.sql("""
                update record_seal_reader
                   set removed_at = :at
                 where record_id = :record and removed_at is null
                """)
                .param("at", RecordSql.utc(at))
                .param("record", record.value())
                .update();
    }
}
