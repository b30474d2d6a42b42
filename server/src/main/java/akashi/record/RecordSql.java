package akashi.record;

import akashi.document.Head;
import akashi.document.RecordId;
import akashi.document.Standing;
import akashi.document.Step;
import akashi.operation.OperationCode;
import akashi.organization.UnitId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents and their steps. */
@Repository
class RecordSql {
    private final JdbcClient jdbc;

    RecordSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next number of a series; the row stays locked until the caller's transaction ends, so a rollback leaves no
     * gap.
     */
    long nextNumbers(String series, UnitId unit, int fiscalYear, int howMany) {
        return jdbc.sql("""
                insert into record_number (series, unit, fiscal_year, last)
                values (:series, :unit, :year, :many)
                    on conflict (series, unit, fiscal_year) do update set last = record_number.last + excluded.last
                returning last - :many + 1
                """)
                .param("series", series)
                .param("unit", unit.value())
                .param("year", fiscalYear)
                .param("many", (long) howMany)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /** Claims a form's request id; false where an earlier submit of the same form by the same person has it. */
    boolean claim(UUID request, UUID person, RecordId record, int version, Instant at) {
        return jdbc.sql("""
                insert into record_request (request, person, record_id, version, made_at)
                values (:request, :person, :record, :version, :at)
                    on conflict (request, person) do nothing
                """)
                        .param("request", request)
                        .param("person", person)
                        .param("record", record.value())
                        .param("version", version)
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    /** What the earlier submit of the same form made. */
    Optional<DocumentStore.Written.Made> made(UUID request, UUID person) {
        return jdbc.sql("""
                select q.record_id, q.version, r.number, v.standing
                  from record_request q
                  join record r on r.id = q.record_id
                  join record_version v on v.record_id = q.record_id and v.version = q.version
                 where q.request = :request and q.person = :person
                """)
                .param("request", request)
                .param("person", person)
                .query((row, _) -> new DocumentStore.Written.Made(
                        id(row, "record_id"),
                        row.getString("number"),
                        row.getInt("version"),
                        Standing.valueOf(row.getString("standing"))))
                .optional();
    }

    void add(Head head, @Nullable LocalDate happened, String listing) {
        jdbc.sql("""
                insert into record (id, operation, document_type, number, unit, standing, state, sealed, version,
                                    counted_version, changed_at, happened_on, subjects, listing)
                values (:id, :operation, :type, :number, :unit, :standing, :state, :sealed, :version,
                        :counted, :at, :happened, :subjects, :listing::jsonb)
                """)
                .param("id", head.id().value())
                .param("operation", head.operation().value())
                .param("type", head.documentType())
                .param("number", head.number())
                .param("unit", head.unit().value())
                .param("standing", head.standing().name())
                .param("state", head.state())
                .param("sealed", head.sealed())
                .param("version", head.version())
                .param("counted", head.countedVersion())
                .param("at", utc(head.changedAt()))
                .param("happened", happened)
                .param("subjects", head.subjects().toArray(String[]::new))
                .param("listing", listing)
                .update();
    }

    /** Moves a document to its next version; false where somebody else moved it meanwhile, and then nothing changes. */
    boolean move(Head head, @Nullable LocalDate happened, String listing) {
        return jdbc.sql("""
                update record
                   set standing = :standing, state = :state, sealed = :sealed, version = :version, counted_version = :counted,
                       changed_at = :at, happened_on = :happened, subjects = :subjects, listing = :listing::jsonb
                 where id = :id and version = :version - 1
                """)
                        .param("standing", head.standing().name())
                        .param("state", head.state())
                        .param("sealed", head.sealed())
                        .param("version", head.version())
                        .param("counted", head.countedVersion())
                        .param("at", utc(head.changedAt()))
                        .param("happened", happened)
                        .param("subjects", head.subjects().toArray(String[]::new))
                        .param("listing", listing)
                        .param("id", head.id().value())
                        .update()
                == 1;
    }

    void add(Step step) {
        jdbc.sql("""
                insert into record_version (record_id, version, act, operation_version, standing, state, counts, content,
                                            changed_at, changed_by, staff_number, post, unit, reason, ending,
                                            source_form)
                values (:record, :version, :act, :operation, :standing, :state, :counts, :content::jsonb,
                        :at, :by, :staff, :post, :unit, :reason, :ending, :source)
                """)
                .param("record", step.record().value())
                .param("version", step.version())
                .param("act", step.kind().name())
                .param("operation", step.operationVersion())
                .param("standing", step.standing().name())
                .param("state", step.state())
                .param("counts", step.counts())
                .param("content", RecordJson.body(step.body()))
                .param("at", utc(step.at()))
                .param("by", step.by().person())
                .param("staff", step.by().staffNumber())
                .param("post", step.by().post())
                .param("unit", step.by().unit().value())
                .param("reason", step.reason())
                .param("ending", step.ending())
                .param("source", step.sourceForm())
                .update();
    }

    Optional<Head> head(RecordId id) {
        return jdbc.sql("""
                select id, operation, document_type, number, unit, standing, state, sealed, version, counted_version,
                       changed_at, subjects
                  from record
                 where id = :id
                """).param("id", id.value()).query(RecordSql::head).optional();
    }

    Optional<Head> head(OperationCode operation, String number) {
        return jdbc.sql("""
                select id, operation, document_type, number, unit, standing, state, sealed, version, counted_version,
                       changed_at, subjects
                  from record
                 where number = :number and operation = :operation
                """)
                .param("number", number)
                .param("operation", operation.value())
                .query(RecordSql::head)
                .optional();
    }

    Optional<Step> step(RecordId id, int version) {
        return jdbc.sql("""
                select record_id, version, act, operation_version, standing, state, counts, content, changed_at, changed_by,
                       staff_number, post, unit, reason, ending, source_form
                  from record_version
                 where record_id = :record and version = :version
                """)
                .param("record", id.value())
                .param("version", version)
                .query(RecordSql::step)
                .optional();
    }

    /** The last step at an instant, or the last of those that count. */
    Optional<Step> stepAt(RecordId id, Instant at, boolean countingOnly) {
        return jdbc.sql("""
                select record_id, version, act, operation_version, standing, state, counts, content, changed_at, changed_by,
                       staff_number, post, unit, reason, ending, source_form
                  from record_version
                 where record_id = :record and changed_at <= :at and (counts or not :counting)
                 order by version desc
                 limit 1
                """)
                .param("record", id.value())
                .param("at", utc(at))
                .param("counting", countingOnly)
                .query(RecordSql::step)
                .optional();
    }

    /** Every step, first one first. */
    List<Step> steps(RecordId id) {
        return jdbc.sql("""
                select record_id, version, act, operation_version, standing, state, counts, content, changed_at, changed_by,
                       staff_number, post, unit, reason, ending, source_form
                  from record_version
                 where record_id = :record
                 order by version
                """).param("record", id.value()).query(RecordSql::step).list();
    }

    /** Whether the person entered anything of what waits to be confirmed. */
    boolean wroteSince(RecordId id, int countedVersion, UUID person) {
        return jdbc.sql("""
                select exists (select 1
                                 from record_version
                                where record_id = :record and version > :counted and changed_by = :person
                                  and act in ('REGISTER', 'CORRECT', 'IMPORT'))
                """)
                .param("record", id.value())
                .param("counted", countedVersion)
                .param("person", person)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static RecordId id(ResultSet row, String column) throws SQLException {
        return new RecordId(row.getObject(column, UUID.class));
    }

    static Head head(ResultSet row, int rowNumber) throws SQLException {
        int counted = row.getInt("counted_version");
        Integer countedVersion = row.wasNull() ? null : counted;
        return new Head(
                id(row, "id"),
                new OperationCode(row.getString("operation")),
                row.getString("document_type"),
                row.getString("number"),
                new UnitId(row.getObject("unit", UUID.class)),
                Standing.valueOf(row.getString("standing")),
                row.getString("state"),
                row.getBoolean("sealed"),
                row.getInt("version"),
                countedVersion,
                instant(row, "changed_at"),
                texts(row, "subjects"));
    }

    private static Step step(ResultSet row, int rowNumber) throws SQLException {
        return new Step(
                id(row, "record_id"),
                row.getInt("version"),
                Step.Kind.valueOf(row.getString("act")),
                row.getString("operation_version"),
                Standing.valueOf(row.getString("standing")),
                row.getString("state"),
                row.getBoolean("counts"),
                RecordJson.body(row.getString("content")),
                instant(row, "changed_at"),
                new Step.By(
                        row.getObject("changed_by", UUID.class),
                        row.getString("staff_number"),
                        row.getString("post"),
                        new UnitId(row.getObject("unit", UUID.class))),
                row.getString("reason"),
                row.getString("ending"),
                row.getString("source_form"));
    }
}
