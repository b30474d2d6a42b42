package akashi.record;

import akashi.identity.SearchKey;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes many documents at once by {@code COPY}, in the caller's transaction. */
@Repository
class LoadSql {
    private static final String RECORDS = """
            copy record (id, operation, document_type, number, unit, standing, state, sealed, version, counted_version,
                         answer_version, changed_at, happened_on, subjects, listing) from stdin
            """;
    private static final String STEPS = """
            copy record_version (record_id, version, act, operation_version, standing, state, counts, content, summary,
                                 changed_at, changed_by, staff_number, post, unit, ending, source_form) from stdin
            """;
    private static final String KEYS =
            "copy record_key (digest, grade, narrow, since, operation, record_id) from stdin";

    private final JdbcClient jdbc;
    private final JdbcTemplate connections;

    LoadSql(JdbcClient jdbc, JdbcTemplate connections) {
        this.jdbc = jdbc;
        this.connections = connections;
    }

    /**
     * One document ready to be written.
     *
     * @param summary what an existence answer shows of it; null where it does not answer
     */
    record Line(
            Head head,
            Step step,
            @Nullable LocalDate happened,
            String listing,
            List<KeyRow> keys,
            @Nullable String summary) {
        Line {
            keys = List.copyOf(keys);
        }
    }

    void add(List<Line> lines) {
        CopyText records = new CopyText();
        CopyText steps = new CopyText();
        CopyText keys = new CopyText();
        for (Line line : lines) {
            Head head = line.head();
            Step step = line.step();
            Integer answers = line.summary() == null ? null : head.version();
            records.row(
                    head.id().value(),
                    head.operation().value(),
                    head.documentType(),
                    head.number(),
                    head.unit().value(),
                    head.standing(),
                    head.state(),
                    head.sealed(),
                    head.version(),
                    head.countedVersion(),
                    answers,
                    head.changedAt(),
                    line.happened(),
                    array(head.subjects()),
                    line.listing());
            steps.row(
                    step.record().value(),
                    step.version(),
                    step.kind(),
                    step.operationVersion(),
                    step.standing(),
                    step.state(),
                    step.counts(),
                    RecordJson.body(step.body()),
                    line.summary(),
                    step.at(),
                    step.by().person(),
                    step.by().staffNumber(),
                    step.by().post(),
                    step.by().unit().value(),
                    step.ending(),
                    step.sourceForm());
            int operation = KeyDigest.of(head.operation());
            for (KeyRow key : line.keys()) {
                keys.row(
                        key.digest(),
                        KeyRow.stored(key.grade()),
                        key.narrow(),
                        head.version(),
                        operation,
                        head.id().value());
            }
        }
        copy(RECORDS, records);
        copy(STEPS, steps);
        copy(KEYS, keys);
    }

    boolean answers(SearchKey key) {
        return jdbc.sql("select exists (select 1 from record_key where digest = :digest and until is null)")
                .param("digest", KeyDigest.of(key))
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** How many documents a background job has taken over; reads every step there is. */
    int takenBy(String job) {
        return jdbc.sql("select count(*) from record_version where changed_by is null and staff_number = :job")
                .param("job", job)
                .query(Integer.class)
                .single();
    }

    private void copy(String statement, CopyText rows) {
        connections.execute((Connection connection) -> {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
            byte[] bytes = rows.text().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            return copy.endCopy();
        });
    }

    /** Subjects are hexadecimal, so nothing in them needs quoting. */
    private static String array(List<String> hashes) {
        return "{" + String.join(",", hashes) + "}";
    }
}
