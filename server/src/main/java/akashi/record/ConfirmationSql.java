package akashi.record;

import akashi.document.RecordId;
import akashi.operation.OperationCode;
import akashi.organization.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queue of entries that wait for a second person (確認待ち). */
@Repository
class ConfirmationSql {
    private final JdbcClient jdbc;

    ConfirmationSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(RecordId record, int version, OperationCode operation, UnitId unit, UUID author, Instant at) {
        jdbc.sql("""
                insert into record_confirmation (record_id, version, operation, unit, author, submitted_at)
                values (:record, :version, :operation, :unit, :author, :at)
                """)
                .param("record", record.value())
                .param("version", version)
                .param("operation", operation.value())
                .param("unit", unit.value())
                .param("author", author)
                .param("at", RecordSql.utc(at))
                .update();
    }

    /** Closes whatever waits of a document: confirmed, returned, or overtaken by a newer step. */
    void close(RecordId record, String status, UUID by, Instant at) {
        jdbc.sql("""
                update record_confirmation
                   set status = :status, decided_by = :by, decided_at = :at
                 where record_id = :record and status = 'WAITING'
                """)
                .param("status", status)
                .param("by", by)
                .param("at", RecordSql.utc(at))
                .param("record", record.value())
                .update();
    }

    /** What waits in these units and operations, oldest first. */
    List<Documents.Waiting> waiting(List<UUID> units, List<String> operations, int limit) {
        return jdbc.sql("""
                select c.record_id, c.version, c.operation, r.number, c.unit, c.author, c.submitted_at,
                       r.counted_version is not null as correction
                  from record_confirmation c
                  join record r on r.id = c.record_id
                 where c.status = 'WAITING' and c.unit = any(:units::uuid[]) and c.operation = any(:operations::text[])
                 order by c.submitted_at, c.record_id
                 limit :limit
                """)
                .param("units", units.toArray(UUID[]::new))
                .param("operations", operations.toArray(String[]::new))
                .param("limit", limit)
                .query(ConfirmationSql::waiting)
                .list();
    }

    private static Documents.Waiting waiting(ResultSet row, int rowNumber) throws SQLException {
        return new Documents.Waiting(
                RecordSql.id(row, "record_id"),
                row.getInt("version"),
                new OperationCode(row.getString("operation")),
                row.getString("number"),
                new UnitId(row.getObject("unit", UUID.class)),
                row.getObject("author", UUID.class),
                RecordSql.instant(row, "submitted_at"),
                row.getBoolean("correction"));
    }
}
