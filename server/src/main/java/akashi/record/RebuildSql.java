package akashi.record;

import akashi.document.Body;
import akashi.document.KeyRow;
import akashi.document.RecordId;
import akashi.operation.OperationCode;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the keys have been made anew, and the records for which they are made next. */
@Repository
class RebuildSql {
    private final JdbcClient jdbc;

    RebuildSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A rebuild; {@code after} is null before its first batch, {@code finished} until its last. */
    record Rebuild(
            String rules, long total, long done, @Nullable UUID after, boolean finished) {}

    /**
     * A record that answers, with the version that does.
     *
     * @param summed whether it is known what an existence answer shows of it
     */
    record Answering(
            RecordId record,
            OperationCode operation,
            String documentType,
            int version,
            String definition,
            Body body,
            boolean summed) {}

    /** A key row of a record. */
    record Owned(RecordId record, KeyRow row) {}

    Optional<Rebuild> of(String rules) {
        return jdbc.sql(
                        "select rules, total, done, after, finished is not null as over from record_rebuild where rules = :rules")
                .param("rules", rules)
                .query((row, _) -> new Rebuild(
                        row.getString("rules"),
                        row.getLong("total"),
                        row.getLong("done"),
                        row.getObject("after", UUID.class),
                        row.getBoolean("over")))
                .optional();
    }

    /** Begins a rebuild by these rules over all records that answer; false where it has begun already. */
    boolean begin(String rules, Instant at) {
        return jdbc.sql("""
                insert into record_rebuild (rules, started, total, finished)
                select :rules, :at, answering, case when answering = 0 then :at end
                  from (select count(*) as answering from record where answer_version is not null) counted
                    on conflict (rules) do nothing
                """)
                        .param("rules", rules)
                        .param("at", RecordSql.utc(at))
                        .update()
                == 1;
    }

    /** Whether this transaction is the one that works on it now, of all nodes. */
    boolean alone() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('record_rebuild'))")
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /**
     * The next records, of one operation or of all, in the order of their ids; nobody changes them until the
     * transaction ends.
     */
    List<Answering> next(@Nullable OperationCode operation, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select r.id, r.operation, r.document_type, v.version, v.operation_version, v.content,
                       r.answer is not null as summed
                  from record r
                  join record_version v on v.record_id = r.id and v.version = r.answer_version
                 where r.answer_version is not null and r.id > coalesce(:after::uuid, '00000000-0000-0000-0000-000000000000')
                   and (:operation::text is null or r.operation = :operation)
                 order by r.id
                 limit :limit
                   for update of r
                """)
                .param("after", after, Types.OTHER)
                .param("operation", operation == null ? null : operation.value(), Types.VARCHAR)
                .param("limit", limit)
                .query((row, _) -> new Answering(
                        RecordSql.id(row, "id"),
                        new OperationCode(row.getString("operation")),
                        row.getString("document_type"),
                        row.getInt("version"),
                        row.getString("operation_version"),
                        RecordJson.body(row.getString("content")),
                        row.getBoolean("summed")))
                .list();
    }

    /** The keys by which these records answer now. */
    Map<RecordId, List<KeyRow>> keys(List<RecordId> records) {
        Map<RecordId, List<KeyRow>> keys = new HashMap<>();
        jdbc.sql("""
                select record_id, digest, grade, narrow
                  from record_key
                 where record_id = any(:records::uuid[]) and until is null
                """)
                .param("records", records.stream().map(RecordId::value).toArray(UUID[]::new))
                .query((row, _) -> new Owned(
                        RecordSql.id(row, "record_id"),
                        new KeyRow(
                                row.getLong("digest"),
                                KeyRow.grade(row.getInt("grade")),
                                row.getObject("narrow", Integer.class))))
                .list()
                .forEach(owned -> keys.computeIfAbsent(owned.record(), _ -> new ArrayList<>())
                        .add(owned.row()));
        return keys;
    }

    /** Takes keys out of every answer, past ones too: the rules that made them were given up. */
    void withdraw(List<Owned> rows) {
        jdbc.sql("""
                update record_key k
                   set until = since
                  from unnest(:records::uuid[], :digests::bigint[]) as t (record_id, digest)
                 where k.record_id = t.record_id and k.digest = t.digest and k.until is null
                """)
                .param("records", rows.stream().map(row -> row.record().value()).toArray(UUID[]::new))
                .param("digests", rows.stream().map(row -> row.row().digest()).toArray(Long[]::new))
                .update();
    }

    /** Adds what an existence answer shows, where an older program has not. */
    void sum(Answering record, String summary) {
        jdbc.sql("""
                update record
                   set answer = :summary::jsonb
                 where id = :record and answer_version = :version and answer is null
                """)
                .param("summary", summary)
                .param("record", record.record().value())
                .param("version", record.version())
                .update();
    }

    /** Notes how far it has come. */
    void reached(String rules, UUID after, int more) {
        jdbc.sql("update record_rebuild set after = :after, done = done + :more where rules = :rules")
                .param("after", after)
                .param("more", more)
                .param("rules", rules)
                .update();
    }

    void finish(String rules, Instant at) {
        jdbc.sql("update record_rebuild set finished = :at where rules = :rules and finished is null")
                .param("at", RecordSql.utc(at))
                .param("rules", rules)
                .update();
    }
}
