package akashi.record;

import akashi.operation.OperationCode;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts of documents by what they say, where they stand and whether they answer. */
@Repository
class HeldFieldsSql {
    private final JdbcClient jdbc;

    HeldFieldsSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long saying(OperationCode operation, String document, List<String> inputs) {
        return jdbc.sql("""
                select count(*)
                  from record r
                  join record_version v on v.record_id = r.id and v.version = r.version
                 where r.operation = :operation and r.document_type = :document
                   and jsonb_exists_any(v.content -> 'values', :inputs::text[])
                """)
                .param("operation", operation.value())
                .param("document", document)
                .param("inputs", inputs.toArray(String[]::new))
                .query((row, _) -> row.getLong(1))
                .single();
    }

    long documents(OperationCode operation, String document) {
        return jdbc.sql("select count(*) from record where operation = :operation and document_type = :document")
                .param("operation", operation.value())
                .param("document", document)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    long standing(OperationCode operation, String document, String state) {
        return jdbc.sql("""
                select count(*)
                  from record
                 where operation = :operation and document_type = :document and state = :state
                """)
                .param("operation", operation.value())
                .param("document", document)
                .param("state", state)
                .query((row, _) -> row.getLong(1))
                .single();
    }

    long answering(OperationCode operation) {
        return jdbc.sql("select count(*) from record where operation = :operation and answer_version is not null")
                .param("operation", operation.value())
                .query((row, _) -> row.getLong(1))
                .single();
    }
}
