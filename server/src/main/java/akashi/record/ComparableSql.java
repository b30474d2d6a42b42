package akashi.record;

import akashi.document.RecordId;
import akashi.operation.OperationCode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Documents that answer, one kind after another. */
@Repository
class ComparableSql {
    private static final String ANSWERING = """
             where operation = :operation and document_type = :type
               and counted_version is not null and standing <> 'ENDED' and not sealed
            """;

    private final JdbcClient jdbc;

    ComparableSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RecordId> page(OperationCode operation, String documentType, @Nullable RecordId after, int limit) {
        return jdbc.sql("select id from record" + ANSWERING + " and id > :after order by id limit :limit")
                .param("operation", operation.value())
                .param("type", documentType)
                .param("after", after == null ? new UUID(0, 0) : after.value())
                .param("limit", limit)
                .query((row, _) -> RecordSql.id(row, "id"))
                .list();
    }

    int count(OperationCode operation, String documentType) {
        return jdbc.sql("select count(*) from record" + ANSWERING)
                .param("operation", operation.value())
                .param("type", documentType)
                .query((row, _) -> row.getInt(1))
                .single();
    }
}
