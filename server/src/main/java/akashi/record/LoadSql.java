package akashi.record;

import akashi.document.Head;
import akashi.document.KeyDigest;
import akashi.document.KeyRow;
import akashi.document.Step;
import akashi.identity.SearchKey;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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
                         answer_version, answer_state, answer_since, answer, changed_at, happened_on, subjects,
                         listing) from stdin
            """;
    private static final String STEPS = """
            copy record_version (record_id, version, act, operation_version, standing, state, counts, content,
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
     * One document ready to be written, most of its rows as they are sent.
     *
     * @param by who entered it; null for a background job
     * @param shown what an existence answer shows of it; null where it does not answer
     */
    @SuppressWarnings("ArrayRecordComponent") // sent once, never compared
    record Line(
            Head head,
            @Nullable UUID by,
            @Nullable LocalDate happened,
            String listing,
            @Nullable String shown,
            byte[] step,
            byte[] keys) {

        static Line of(
                Head head,
                Step step,
                @Nullable LocalDate happened,
                String listing,
                List<KeyRow> keys,
                @Nullable String shown) {
            return new Line(head, step.by().person(), happened, listing, shown, row(step), rows(head, keys));
        }

        Line numbered(String number) {
            return new Line(head.numbered(number), by, happened, listing, shown, step, keys);
        }

        private static byte[] row(Step step) {
            CopyText text = new CopyText();
            text.row(
                    step.record().value(),
                    step.version(),
                    step.kind(),
                    step.operationVersion(),
                    step.standing(),
                    step.state(),
                    step.counts(),
                    RecordJson.body(step.body()),
                    step.at(),
                    step.by().person(),
                    step.by().staffNumber(),
                    step.by().post(),
                    step.by().unit().value(),
                    step.ending(),
                    step.sourceForm());
            return text.bytes();
        }

        private static byte[] rows(Head head, List<KeyRow> keys) {
            CopyText text = new CopyText();
            int operation = KeyDigest.of(head.operation());
            for (KeyRow key : keys) {
                text.row(
                        key.digest(),
                        KeyRow.stored(key.grade()),
                        key.narrow(),
                        head.version(),
                        operation,
                        head.id().value());
            }
            return text.bytes();
        }
    }

    void add(List<Line> lines) {
        CopyText records = new CopyText();
        ByteArrayOutputStream steps = new ByteArrayOutputStream();
        ByteArrayOutputStream keys = new ByteArrayOutputStream();
        for (Line line : lines) {
            Head head = line.head();
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
                    line.shown() == null ? null : head.version(),
                    line.shown() == null ? null : head.state(),
                    line.shown() == null ? null : head.changedAt(),
                    line.shown(),
                    head.changedAt(),
                    line.happened(),
                    array(head.subjects()),
                    line.listing());
            steps.writeBytes(line.step());
            keys.writeBytes(line.keys());
        }
        copy(RECORDS, records.bytes());
        copy(STEPS, steps.toByteArray());
        copy(KEYS, keys.toByteArray());
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

    private void copy(String statement, byte[] rows) {
        connections.execute((Connection connection) -> {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
            copy.writeToCopy(rows, 0, rows.length);
            return copy.endCopy();
        });
    }

    /** Subjects are hexadecimal, so nothing in them needs quoting. */
    private static String array(List<String> hashes) {
        return "{" + String.join(",", hashes) + "}";
    }
}
