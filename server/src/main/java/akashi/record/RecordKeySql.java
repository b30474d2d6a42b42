package akashi.record;

import akashi.identity.Grade;
import akashi.identity.KeyKind;
import akashi.identity.SearchKey;
import akashi.operation.OperationCode;
import akashi.organization.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The covering key rows; the lookups of an inquiry are written once, below. */
@Repository
class RecordKeySql {
    private static final String ROWS = """
            select value, kind, grade, rules, record_id, operation, document_type, version, valid_from, state, unit,
                   number, summary, sealed, subjects
              from record_key
            """;

    private static final String BY_KEYS = """
             where value = any(:values::text[]) and kind = any(:kinds::text[]) and operation = any(:operations::text[])
            """;

    /** What most inquiries are; PostgreSQL begins it in half the time of the general one. */
    private static final String BY_ONE_KEY = """
             where value = :value and kind = :kind and operation = :operation
            """;

    private static final String NOW = """
               and valid_to = 'infinity'
            """;

    private static final String THEN = """
               and valid_from <= :at and valid_to > :at
            """;

    private static final String NARROWED = """
               and (:birthFrom::date is null or birth_from is null
                    or (birth_from <= :birthTo::date and birth_to >= :birthFrom::date))
               and (:sex::text is null or sex is null or sex = :sex::text)
            """;

    private final JdbcClient jdbc;

    RecordKeySql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A key row as it was found. Whether it exists for the person who asks is told by {@link Visibility}; to ask that
     * here would make every lookup half as dear again.
     */
    record Found(
            String value,
            KeyKind kind,
            Grade grade,
            String rules,
            RecordId record,
            OperationCode operation,
            String documentType,
            int version,
            Instant validFrom,
            String state,
            UnitId unit,
            boolean sealed,
            List<String> subjects,
            String number,
            String summary) {}

    /** What narrows a lookup beside its keys. */
    record Narrowing(
            @Nullable LocalDate birthFrom,
            @Nullable LocalDate birthTo,
            @Nullable String sex) {
        static final Narrowing NONE = new Narrowing(null, null, null);
    }

    /** The rows that hold now. One index-only scan per value and kind. */
    List<Found> current(List<SearchKey> keys, List<String> operations, int limit) {
        return lookup(NOW, keys, operations, limit).query(RecordKeySql::found).list();
    }

    /** The same for persons, narrowed by birth date and sex. */
    List<Found> currentNarrowed(List<SearchKey> keys, List<String> operations, Narrowing narrowing, int limit) {
        return narrowed(lookup(NOW + NARROWED, keys, operations, limit), narrowing)
                .query(RecordKeySql::found)
                .list();
    }

    /** The rows that held at an instant. */
    List<Found> at(Instant at, List<SearchKey> keys, List<String> operations, Narrowing narrowing, int limit) {
        return narrowed(lookup(THEN + NARROWED, keys, operations, limit), narrowing)
                .param("at", RecordSql.utc(at))
                .query(RecordKeySql::found)
                .list();
    }

    private JdbcClient.StatementSpec lookup(String holding, List<SearchKey> keys, List<String> operations, int limit) {
        if (keys.size() == 1 && operations.size() == 1) {
            var key = keys.getFirst();
            return jdbc.sql(ROWS + BY_ONE_KEY + holding + "limit :limit")
                    .param("value", key.value())
                    .param("kind", key.kind().name())
                    .param("operation", operations.getFirst())
                    .param("limit", limit);
        }
        return jdbc.sql(ROWS + BY_KEYS + holding + "limit :limit")
                .param("values", keys.stream().map(SearchKey::value).distinct().toArray(String[]::new))
                .param(
                        "kinds",
                        keys.stream().map(key -> key.kind().name()).distinct().toArray(String[]::new))
                .param("operations", operations.toArray(String[]::new))
                .param("limit", limit);
    }

    private static JdbcClient.StatementSpec narrowed(JdbcClient.StatementSpec lookup, Narrowing narrowing) {
        return lookup.param("birthFrom", narrowing.birthFrom(), Types.DATE)
                .param("birthTo", narrowing.birthTo(), Types.DATE)
                .param("sex", narrowing.sex(), Types.VARCHAR);
    }

    /** Adds the keys of a version that begins to answer. */
    void add(Head head, int version, Instant from, List<KeyRow> rows, String summary) {
        for (KeyRow row : rows) {
            jdbc.sql("""
                    insert into record_key (value, kind, operation, record_id, document_type, version, valid_from, state, unit,
                                            sealed, birth_from, birth_to, sex, subjects, number, grade, rules, summary)
                    values (:value, :kind, :operation, :record, :type, :version, :from, :state, :unit,
                            :sealed, :birthFrom, :birthTo, :sex, :subjects, :number, :grade, :rules, :summary::jsonb)
                    """)
                    .param("value", row.key().value())
                    .param("kind", row.key().kind().name())
                    .param("operation", head.operation().value())
                    .param("record", head.id().value())
                    .param("type", head.documentType())
                    .param("version", version)
                    .param("from", RecordSql.utc(from))
                    .param("state", head.state())
                    .param("unit", head.unit().value())
                    .param("sealed", head.sealed())
                    .param("birthFrom", row.birthFrom())
                    .param("birthTo", row.birthTo())
                    .param("sex", row.sex())
                    .param(
                            "subjects",
                            row.subjects().isEmpty() ? null : row.subjects().toArray(String[]::new))
                    .param("number", head.number())
                    .param("grade", row.key().grade().name())
                    .param("rules", String.join(",", row.key().rules()))
                    .param("summary", summary)
                    .update();
        }
    }

    /** Closes the keys of a document; what they answered until then can still be repeated. */
    void close(RecordId record, Instant at) {
        jdbc.sql("""
                update record_key
                   set valid_to = :at
                 where record_id = :record and valid_to = 'infinity'
                """)
                .param("at", RecordSql.utc(at))
                .param("record", record.value())
                .update();
    }

    private static Found found(ResultSet row, int rowNumber) throws SQLException {
        return new Found(
                row.getString("value"),
                KeyKind.valueOf(row.getString("kind")),
                Grade.valueOf(row.getString("grade")),
                row.getString("rules"),
                RecordSql.id(row, "record_id"),
                new OperationCode(row.getString("operation")),
                row.getString("document_type"),
                row.getInt("version"),
                RecordSql.instant(row, "valid_from"),
                row.getString("state"),
                new UnitId(row.getObject("unit", UUID.class)),
                row.getBoolean("sealed"),
                RecordSql.texts(row, "subjects"),
                row.getString("number"),
                row.getString("summary"));
    }
}
