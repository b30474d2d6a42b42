package akashi.record;

import akashi.document.Attachment;
import akashi.document.RecordId;
import akashi.document.Upload;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files of documents. */
@Repository
class AttachmentSql {
    private final JdbcClient jdbc;

    AttachmentSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, RecordId record, Upload file, String type, byte[] sha256, UUID by, Instant at) {
        jdbc.sql("""
                insert into record_attachment (id, record_id, name, type, sha256, content, added_at, added_by)
                values (:id, :record, :name, :type, :sha256, :content, :at, :by)
                """)
                .param("id", id)
                .param("record", record.value())
                .param("name", file.name())
                .param("type", type)
                .param("sha256", sha256)
                .param("content", file.content())
                .param("at", RecordSql.utc(at))
                .param("by", by)
                .update();
    }

    List<Attachment> of(RecordId record) {
        return jdbc.sql("""
                select id, name, type, octet_length(content) as bytes
                  from record_attachment
                 where record_id = :record
                 order by id
                """)
                .param("record", record.value())
                .query((row, _) -> new Attachment(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("type"),
                        row.getInt("bytes")))
                .list();
    }

    Optional<Attachment.Stored> content(RecordId record, UUID id) {
        return jdbc.sql("""
                select name, type, content
                  from record_attachment
                 where record_id = :record and id = :id
                """)
                .param("record", record.value())
                .param("id", id)
                .query((row, _) ->
                        new Attachment.Stored(row.getString("name"), row.getString("type"), row.getBytes("content")))
                .optional();
    }
}
