package akashi.record;

import akashi.document.KeyDigest;
import akashi.document.KeyRow;
import akashi.document.RecordId;
import akashi.document.Step;
import akashi.identity.Grade;
import akashi.identity.SearchKey;
import akashi.operation.OperationCode;
import akashi.organization.UnitId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The key rows; the lookups of an inquiry are written once, below. */
@Repository
class RecordKeySql {
    /** What answers, by the rows that met. */
    private static final String ANSWER = """
            select met.digests, met.grades, r.id, r.operation, r.document_type, r.unit, r.sealed, r.subjects, r.number,
            """;

    private static final String NOW = """
                   r.answer_version as version, r.answer_since as since, r.answer_state as state, r.answer as summary
            """;

    private static final String PAST = """
                   v.version, v.changed_at as since, v.state,
                   case when v.version = r.answer_version then r.answer else v.summary end as summary
            """;

    private static final String OF_NOW = """
              join record r on r.id = met.record_id and r.answer_version is not null
            """;

    /** What most inquiries are; PostgreSQL begins it in half the time of the general one. */
    private static final String BY_ONE_KEY = """
              from (select record_id, array[digest] as digests, array[grade] as grades
                      from record_key
                     where digest = :digest and operation = :operation and until is null
                     limit :limit) met
            """;

    private static final String BY_KEYS = """
              from (select record_id, array_agg(digest) as digests, array_agg(grade) as grades
                      from record_key
                     where digest = any(:digests::bigint[]) and operation = any(:operations::int[]) and until is null
                       and (:from::int is null or narrow is null or narrow between :from::int and :to::int
                            or narrow = :also::int)
                     group by record_id
                     limit :limit) met
            """;

    /** The version that answered at an instant, and the keys it had. */
    private static final String THEN = """
              from (select k.record_id, v.version, array_agg(k.digest) as digests, array_agg(k.grade) as grades
                      from record_key k
                      join lateral (select version
                                      from record_version
                                     where record_id = k.record_id and counts and changed_at <= :at
                                     order by version desc
                                     limit 1) v
                        on v.version >= k.since and (k.until is null or v.version < k.until)
                     where k.digest = any(:digests::bigint[]) and k.operation = any(:operations::int[])
                       and (:from::int is null or k.narrow is null or k.narrow between :from::int and :to::int
                            or narrow = :also::int)
                     group by k.record_id, v.version
                     limit :limit) met
              join record r on r.id = met.record_id
              join record_version v on v.record_id = r.id and v.version = met.version
            """;

    private final JdbcClient jdbc;

    RecordKeySql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A key that met. */
    record Met(long digest, Grade grade) {}

    /**
     * A record as it was found. Whether it exists for the person who asks is told by {@link Visibility}; to ask that
     * here would make every lookup half as dear again.
     */
    record Found(
            List<Met> met,
            RecordId record,
            OperationCode operation,
            String documentType,
            int version,
            Instant since,
            String state,
            UnitId unit,
            boolean sealed,
            List<String> subjects,
            String number,
            String summary) {
        Found {
            met = List.copyOf(met);
            subjects = List.copyOf(subjects);
        }
    }

    /**
     * Between what the narrowing of a key must lie, both included: days of a birth date from 1970-01-01, or one colour.
     * What is not known contradicts nothing.
     */
    record Narrowing(int from, int to, @Nullable Integer also) {}

    /** What answers now: one index-only scan per key, and one row each for a record that is found. */
    List<Found> current(
            Collection<SearchKey> keys,
            Collection<OperationCode> operations,
            @Nullable Narrowing narrowing,
            int limit) {
        List<Long> digests = digests(keys);
        if (digests.size() == 1 && operations.size() == 1 && narrowing == null) {
            return jdbc.sql(ANSWER + NOW + BY_ONE_KEY + OF_NOW)
                    .param("digest", digests.getFirst())
                    .param("operation", KeyDigest.of(operations.iterator().next()))
                    .param("limit", limit)
                    .query(RecordKeySql::found)
                    .list();
        }
        return asked(jdbc.sql(ANSWER + NOW + BY_KEYS + OF_NOW), digests, operations, narrowing, limit)
                .query(RecordKeySql::found)
                .list();
    }

    /**
     * What answered at an instant. Looks at the keys of later and earlier versions too: dearer than {@link #current}.
     */
    List<Found> at(
            Instant at,
            Collection<SearchKey> keys,
            Collection<OperationCode> operations,
            @Nullable Narrowing narrowing,
            int limit) {
        return asked(jdbc.sql(ANSWER + PAST + THEN), digests(keys), operations, narrowing, limit)
                .param("at", RecordSql.utc(at))
                .query(RecordKeySql::found)
                .list();
    }

    /** The keys by which a record answers now. */
    List<KeyRow> of(RecordId record) {
        return jdbc.sql("select digest, grade, narrow from record_key where record_id = :record and until is null")
                .param("record", record.value())
                .query((row, _) -> new KeyRow(
                        row.getLong("digest"),
                        KeyRow.grade(row.getInt("grade")),
                        row.getObject("narrow", Integer.class)))
                .list();
    }

    /** Adds keys by which a record answers from a version on. */
    void add(RecordId record, OperationCode operation, int since, Collection<KeyRow> rows) {
        jdbc.sql("""
                insert into record_key (digest, grade, narrow, since, operation, record_id)
                select digest, grade, narrow, :since, :operation, :record
                  from unnest(:digests::bigint[], :grades::int[], :narrow::int[]) as t (digest, grade, narrow)
                """)
                .param("digests", rows.stream().map(KeyRow::digest).toArray(Long[]::new))
                .param(
                        "grades",
                        rows.stream().map(row -> KeyRow.stored(row.grade())).toArray(Integer[]::new))
                .param("narrow", rows.stream().map(KeyRow::narrow).toArray(Integer[]::new))
                .param("since", since)
                .param("operation", KeyDigest.of(operation))
                .param("record", record.value())
                .update();
    }

    /** Ends keys of a record with a version; what they answered until then can still be repeated. */
    void close(RecordId record, int until, Collection<KeyRow> rows) {
        jdbc.sql("""
                update record_key
                   set until = :until
                 where record_id = :record and digest = any(:digests::bigint[]) and until is null
                """)
                .param("until", until)
                .param("record", record.value())
                .param("digests", rows.stream().map(KeyRow::digest).toArray(Long[]::new))
                .update();
    }

    /** From now on this step answers, and shows so much; what the last one showed goes to its version. */
    void answers(Step step, String shown) {
        answers(step.record(), step, shown);
    }

    /** From now on nothing of the record answers. */
    void silence(RecordId record) {
        answers(record, null, null);
    }

    private void answers(RecordId record, @Nullable Step step, @Nullable String shown) {
        jdbc.sql("""
                with last as (
                    update record_version v
                       set summary = r.answer
                      from record r
                     where r.id = :record and v.record_id = r.id and v.version = r.answer_version
                )
                update record
                   set answer_version = :version, answer_state = :state, answer_since = :since, answer = :shown::jsonb
                 where id = :record
                """)
                .param("record", record.value())
                .param("version", step == null ? null : step.version(), Types.INTEGER)
                .param("state", step == null ? null : step.state(), Types.VARCHAR)
                .param("since", step == null ? null : RecordSql.utc(step.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("shown", shown, Types.VARCHAR)
                .update();
    }

    private static JdbcClient.StatementSpec asked(
            JdbcClient.StatementSpec lookup,
            List<Long> digests,
            Collection<OperationCode> operations,
            @Nullable Narrowing narrowing,
            int limit) {
        return lookup.param("digests", digests.toArray(Long[]::new))
                .param("operations", operations.stream().map(KeyDigest::of).toArray(Integer[]::new))
                .param("from", narrowing == null ? null : narrowing.from(), Types.INTEGER)
                .param("to", narrowing == null ? null : narrowing.to(), Types.INTEGER)
                .param("also", narrowing == null ? null : narrowing.also(), Types.INTEGER)
                .param("limit", limit);
    }

    private static List<Long> digests(Collection<SearchKey> keys) {
        return keys.stream()
                .flatMap(key -> KeyDigest.asked(key).stream())
                .distinct()
                .toList();
    }

    private static Found found(ResultSet row, int rowNumber) throws SQLException {
        return new Found(
                met(row),
                RecordSql.id(row, "id"),
                new OperationCode(row.getString("operation")),
                row.getString("document_type"),
                row.getInt("version"),
                RecordSql.instant(row, "since"),
                row.getString("state"),
                new UnitId(row.getObject("unit", UUID.class)),
                row.getBoolean("sealed"),
                RecordSql.texts(row, "subjects"),
                row.getString("number"),
                row.getString("summary"));
    }

    private static List<Met> met(ResultSet row) throws SQLException {
        Array digests = row.getArray("digests");
        Array grades = row.getArray("grades");
        Long[] ofDigests = (Long[]) digests.getArray();
        Number[] ofGrades = (Number[]) grades.getArray();
        List<Met> met = new ArrayList<>(ofDigests.length);
        for (int i = 0; i < ofDigests.length; i++) {
            met.add(new Met(ofDigests[i], KeyRow.grade(ofGrades[i].intValue())));
        }
        return met;
    }
}
