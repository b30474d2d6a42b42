package akashi.review;

import akashi.operation.OperationCode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Golden questions of operations. */
@Repository
class GoldenSql {
    private final JdbcClient jdbc;

    GoldenSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Golden> of(OperationCode operation) {
        return jdbc.sql("""
                select number, operation, title, document, says, kind, asked, kept_by, kept_at
                  from procedure_golden
                 where operation = :operation and retired_at is null
                 order by number
                """)
                .param("operation", operation.value())
                .query((row, _) -> new Golden(
                        row.getLong("number"),
                        new OperationCode(row.getString("operation")),
                        row.getString("title"),
                        row.getString("document"),
                        row.getString("says"),
                        Golden.Kind.valueOf(row.getString("kind")),
                        row.getString("asked"),
                        row.getString("kept_by"),
                        row.getObject("kept_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Whether an operation never had a question. */
    boolean none(OperationCode operation) {
        return jdbc.sql("select not exists (select from procedure_golden where operation = :operation) as none")
                .param("operation", operation.value())
                .query((row, _) -> row.getBoolean("none"))
                .single();
    }

    long add(Golden golden) {
        return jdbc.sql("""
                insert into procedure_golden (operation, title, document, says, kind, asked, kept_by, kept_at)
                values (:operation, :title, :document, :says, :kind, :asked, :by, :at)
                returning number
                """)
                .param("operation", golden.operation().value())
                .param("title", golden.title())
                .param("document", golden.document())
                .param("says", golden.says())
                .param("kind", golden.kind().name())
                .param("asked", golden.asked())
                .param("by", golden.keptBy())
                .param("at", golden.keptAt().atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong("number"))
                .single();
    }

    boolean retire(OperationCode operation, long number, Instant at) {
        return jdbc.sql("""
                update procedure_golden
                   set retired_at = :at
                 where operation = :operation and number = :number and retired_at is null
                """)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("operation", operation.value())
                        .param("number", number)
                        .update()
                == 1;
    }
}
