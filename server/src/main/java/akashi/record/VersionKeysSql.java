package akashi.record;

import akashi.operation.OperationCode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By which keys the records of each operation are found, and how far they have been made anew. */
@Repository
class VersionKeysSql {
    private final JdbcClient jdbc;

    VersionKeysSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where an operation stands; {@code keys} is the digest of what its definition says of keys. */
    record State(
            OperationCode operation,
            String keys,
            long total,
            long done,
            @Nullable UUID after,
            boolean finished) {}

    List<State> all() {
        return jdbc.sql("""
                select operation, keys, total, done, after, finished is not null as over
                  from record_operation_keys
                 order by operation
                """)
                .query((row, _) -> new State(
                        new OperationCode(row.getString("operation")),
                        row.getString("keys"),
                        row.getLong("total"),
                        row.getLong("done"),
                        row.getObject("after", UUID.class),
                        row.getBoolean("over")))
                .list();
    }

    /** Notes the keys of an operation that is looked at for the first time: its records have them. */
    void note(OperationCode operation, String keys, Instant at) {
        jdbc.sql("""
                insert into record_operation_keys (operation, keys, started, total, finished)
                values (:operation, :keys, :at, 0, :at)
                    on conflict (operation) do nothing
                """)
                .param("operation", operation.value())
                .param("keys", keys)
                .param("at", RecordSql.utc(at))
                .update();
    }

    /** Begins anew with other keys; false where another node has. */
    boolean begin(OperationCode operation, String keys, Instant at) {
        return jdbc.sql("""
                update record_operation_keys
                   set keys = :keys, started = :at, done = 0, after = null, finished = null,
                       total = (select count(*) from record where operation = :operation and answer_version is not null)
                 where operation = :operation and keys <> :keys
                """)
                        .param("operation", operation.value())
                        .param("keys", keys)
                        .param("at", RecordSql.utc(at))
                        .update()
                == 1;
    }

    /** Notes how far it has come; nothing where the keys have changed once more meanwhile. */
    void reached(State state, UUID after, int more) {
        jdbc.sql("""
                update record_operation_keys
                   set after = :after, done = done + :more
                 where operation = :operation and keys = :keys
                """)
                .param("after", after)
                .param("more", more)
                .param("operation", state.operation().value())
                .param("keys", state.keys())
                .update();
    }

    void finish(State state, Instant at) {
        jdbc.sql("""
                update record_operation_keys
                   set finished = :at
                 where operation = :operation and keys = :keys
                """)
                .param("at", RecordSql.utc(at))
                .param("operation", state.operation().value())
                .param("keys", state.keys())
                .update();
    }
}
