package akashi.intake;

import akashi.organization.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of imports. */
@Repository
class IntakeSql {
    private final JdbcClient jdbc;

    IntakeSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A file that was taken over. */
    record Entry(
            long number,
            String operation,
            String documentType,
            UnitId unit,
            UUID takenBy,
            Instant takenAt,
            ImportReport report) {}

    /** A file to be entered. */
    record NewEntry(
            UUID id,
            String operation,
            String documentType,
            String mapping,
            String sha256,
            UnitId unit,
            UUID takenBy,
            Instant takenAt,
            ImportReport report) {}

    /** Enters a file and says its number; the unique hash refuses a second one at the same time. */
    long add(NewEntry entry) {
        return jdbc.sql("""
                insert into intake_file (id, operation, document_type, mapping, name, sha256, unit, taken_by, taken_at, report)
                values (:id, :operation, :type, :mapping, :name, decode(:sha256, 'hex'), :unit, :by, :at, :report::jsonb)
                returning number
                """)
                .param("id", entry.id())
                .param("operation", entry.operation())
                .param("type", entry.documentType())
                .param("mapping", entry.mapping())
                .param("name", entry.report().file())
                .param("sha256", entry.sha256())
                .param("unit", entry.unit().value())
                .param("by", entry.takenBy())
                .param("at", entry.takenAt().atOffset(ZoneOffset.UTC))
                .param("report", ReportJson.text(entry.report()))
                .query((row, _) -> row.getLong(1))
                .single();
    }

    Optional<Entry> byHash(String operation, String sha256) {
        return jdbc.sql("""
                select number, operation, document_type, unit, taken_by, taken_at, report
                  from intake_file
                 where sha256 = decode(:sha256, 'hex') and operation = :operation
                """)
                .param("sha256", sha256)
                .param("operation", operation)
                .query(IntakeSql::entry)
                .optional();
    }

    Optional<Entry> byNumber(long number) {
        return jdbc.sql("""
                select number, operation, document_type, unit, taken_by, taken_at, report
                  from intake_file
                 where number = :number
                """).param("number", number).query(IntakeSql::entry).optional();
    }

    /** The latest files a unit took over. */
    List<Entry> latest(UnitId unit, String operation) {
        return jdbc.sql("""
                select number, operation, document_type, unit, taken_by, taken_at, report
                  from intake_file
                 where unit = :unit and operation = :operation
                 order by number desc
                 limit 20
                """)
                .param("unit", unit.value())
                .param("operation", operation)
                .query(IntakeSql::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int rowNumber) throws SQLException {
        return new Entry(
                row.getLong("number"),
                row.getString("operation"),
                row.getString("document_type"),
                new UnitId(row.getObject("unit", UUID.class)),
                row.getObject("taken_by", UUID.class),
                row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                ReportJson.report(row.getString("report")));
    }
}
