package akashi.operation;

import akashi.definition.CodeList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of the register of operations. */
@Repository
class OperationSql {
    private final JdbcClient jdbc;

    OperationSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A span in force, as its row. */
    record InForce(
            String code,
            Instant from,
            @Nullable Instant until,
            String hash,
            OperationVersion.Ground ground,
            LocalDate groundDate,
            @Nullable String decision,
            OperationVersion.@Nullable Close close) {
        /** A span without end that no decision began. */
        InForce(String code, Instant from, String hash, OperationVersion.Ground ground, LocalDate groundDate) {
            this(code, from, null, hash, ground, groundDate, null, null);
        }
    }

    /** Makes those who change the register follow each other, until the end of the transaction. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('akashi.operation'))")
                .query((_, _) -> 0)
                .single();
    }

    /** Grows with every change: each span counts once when it begins and once with each change of its end. */
    long generation() {
        return jdbc.sql("select count(*) + coalesce(sum(changes), 0) from operation_in_force")
                .query((row, _) -> row.getLong(1))
                .single();
    }

    Optional<String> listHash(CodeList.Ref ref) {
        return jdbc.sql("""
                select hash
                  from operation_code_list
                 where name = :name and version = :version
                """)
                .param("name", ref.name())
                .param("version", ref.version())
                .query((row, _) -> row.getString(1))
                .optional();
    }

    void addList(DefinitionFiles.ListContent list, Instant now) {
        jdbc.sql("""
                insert into operation_code_list (name, version, hash, content, known_at)
                values (:name, :version, :hash, :content, :now)
                """)
                .param("name", list.ref().name())
                .param("version", list.ref().version())
                .param("hash", list.hash())
                .param("content", list.json())
                .param("now", at(now))
                .update();
    }

    /** Every code list in every version, as its content. */
    List<String> lists() {
        return jdbc.sql("select content from operation_code_list order by name, version")
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Keeps a definition; one that is known already stays as it is. */
    void addDefinition(DefinitionFiles.Content definition, Instant now) {
        jdbc.sql("""
                insert into operation_definition (hash, code, content, known_at)
                values (:hash, :code, :content, :now)
                    on conflict (hash) do nothing
                """)
                .param("hash", definition.hash())
                .param("code", definition.code().value())
                .param("content", definition.json())
                .param("now", at(now))
                .update();
    }

    /** Whether a definition with this hash was ever put in force. */
    boolean knows(String hash) {
        return jdbc.sql("select exists (select from operation_definition where hash = :hash)")
                .param("hash", hash)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** Every definition ever in force, as its content, with its hash first. */
    List<DefinitionFiles.Content> definitions() {
        return jdbc.sql("select hash, code, content from operation_definition")
                .query((row, _) -> new DefinitionFiles.Content(
                        new OperationCode(row.getString("code")), row.getString("hash"), row.getString("content")))
                .list();
    }

    /** Every span in force, newest first within an operation; not those that were called off. */
    List<InForce> spans() {
        return jdbc.sql("""
                select code, in_force_from, in_force_until, hash, ground, ground_date, decision, ending
                  from operation_in_force
                 where in_force_until is null or in_force_until > in_force_from
                 order by code, in_force_from desc
                """).query(OperationSql::inForce).list();
    }

    /** The latest span of an operation, ended or not. */
    Optional<InForce> latest(OperationCode code) {
        return jdbc.sql("""
                select code, in_force_from, in_force_until, hash, ground, ground_date, decision, ending
                  from operation_in_force
                 where code = :code and (in_force_until is null or in_force_until > in_force_from)
                 order by in_force_from desc
                 limit 1
                """)
                .param("code", code.value())
                .query(OperationSql::inForce)
                .optional();
    }

    void begin(InForce span, Instant now) {
        jdbc.sql("""
                insert into operation_in_force (code, in_force_from, hash, ground, ground_date, decision, recorded_at)
                values (:code, :from, :hash, :ground, :groundDate, :decision, :now)
                """)
                .param("code", span.code())
                .param("from", at(span.from()))
                .param("hash", span.hash())
                .param("ground", span.ground().name())
                .param("groundDate", span.groundDate())
                .param("decision", span.decision())
                .param("now", at(now))
                .update();
    }

    /** Ends the version without end. */
    void end(OperationCode code, Instant until, OperationVersion.Close close, @Nullable String decision) {
        int ended = jdbc.sql("""
                update operation_in_force
                   set in_force_until = :until, ending = :close, ending_decision = :decision
                 where code = :code and in_force_until is null
                """)
                .param("until", at(until))
                .param("close", close.name())
                .param("decision", decision)
                .param("code", code.value())
                .update();
        if (ended != 1) {
            throw new IllegalStateException("One version of " + code + " must have been in force, not " + ended);
        }
    }

    /** Calls off a version that is still to come. */
    void callOff(OperationCode code, Instant from, String decision) {
        int ended = jdbc.sql("""
                update operation_in_force
                   set in_force_until = in_force_from, ending = 'CANCELLED', ending_decision = :decision
                 where code = :code and in_force_from = :from and in_force_until is null
                """)
                .param("decision", decision)
                .param("code", code.value())
                .param("from", at(from))
                .update();
        if (ended != 1) {
            throw new IllegalStateException("One version of " + code + " must have been to come, not " + ended);
        }
    }

    /** Takes an end that is still to come back; how many versions had it. */
    int goOn(OperationCode code, Instant until) {
        return jdbc.sql("""
                update operation_in_force
                   set in_force_until = null, ending = null, ending_decision = null
                 where code = :code and in_force_until = :until and in_force_from < :until
                """)
                .param("code", code.value())
                .param("until", at(until))
                .update();
    }

    private static InForce inForce(ResultSet row, int number) throws SQLException {
        var until = row.getObject("in_force_until", OffsetDateTime.class);
        String ending = row.getString("ending");
        return new InForce(
                row.getString("code"),
                row.getObject("in_force_from", OffsetDateTime.class).toInstant(),
                until == null ? null : until.toInstant(),
                row.getString("hash"),
                OperationVersion.Ground.valueOf(row.getString("ground")),
                row.getObject("ground_date", LocalDate.class),
                row.getString("decision"),
                ending == null ? null : OperationVersion.Close.valueOf(ending));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
