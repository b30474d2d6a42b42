package akashi.record;

import akashi.document.Head;
import akashi.document.KeyDigest;
import akashi.document.KeyRow;
import akashi.document.Step;
import akashi.identity.SearchKey;
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
            copy record (number, id, operation, document_type, unit, standing, state, sealed, version, counted_version,
                         answer_version, answer_state, answer_since, answer, changed_at, happened_on, subjects,
                         listing) from stdin (format binary)
            """;
    private static final String STEPS = """
            copy record_version (record_id, version, act, operation_version, standing, state, counts, content,
                                 changed_at, changed_by, staff_number, post, unit, ending, source_form) from stdin (format binary)
            """;
    private static final String KEYS =
            "copy record_key (digest, grade, narrow, since, operation, record_id) from stdin (format binary)";
    private static final int RECORD_COLUMNS = 18;

    private final JdbcClient jdbc;
    private final JdbcTemplate connections;

    LoadSql(JdbcClient jdbc, JdbcTemplate connections) {
        this.jdbc = jdbc;
        this.connections = connections;
    }

    /**
     * One document ready to be written: its rows as they are sent, but for the number.
     *
     * @param by who entered it; null for a background job
     */
    @SuppressWarnings("ArrayRecordComponent") // sent once, never compared
    record Line(Head head, @Nullable UUID by, byte[] numberless, byte[] step, byte[] keys) {

        /**
         * Writes the rows.
         *
         * @param shown what an existence answer shows of it; null where it does not answer
         */
        static Line of(
                Head head,
                Step step,
                @Nullable LocalDate happened,
                String listing,
                List<KeyRow> keys,
                @Nullable String shown) {
            return new Line(head, step.by().person(), row(head, happened, listing, shown), row(step), rows(head, keys));
        }

        Line numbered(String number) {
            return new Line(head.numbered(number), by, numberless, step, keys);
        }

        private static byte[] row(Head head, @Nullable LocalDate happened, String listing, @Nullable String shown) {
            CopyRows row = new CopyRows(1024);
            row.part(
                    head.id().value(),
                    head.operation().value(),
                    head.documentType(),
                    head.unit().value(),
                    head.standing(),
                    head.state(),
                    head.sealed(),
                    head.version(),
                    head.countedVersion(),
                    shown == null ? null : head.version(),
                    shown == null ? null : head.state(),
                    shown == null ? null : head.changedAt(),
                    shown == null ? null : new CopyRows.Json(shown),
                    head.changedAt(),
                    happened,
                    head.subjects(),
                    new CopyRows.Json(listing));
            return row.bytes();
        }

        private static byte[] row(Step step) {
            CopyRows row = new CopyRows(1024);
            row.row(
                    step.record().value(),
                    step.version(),
                    step.kind(),
                    step.operationVersion(),
                    step.standing(),
                    step.state(),
                    step.counts(),
                    new CopyRows.Json(RecordJson.body(step.body())),
                    step.at(),
                    step.by().person(),
                    step.by().staffNumber(),
                    step.by().post(),
                    step.by().unit().value(),
                    step.ending(),
                    step.sourceForm());
            return row.bytes();
        }

        private static byte[] rows(Head head, List<KeyRow> keys) {
            CopyRows rows = new CopyRows(64 * keys.size());
            int operation = KeyDigest.of(head.operation());
            for (KeyRow key : keys) {
                rows.row(
                        key.digest(),
                        (short) KeyRow.stored(key.grade()),
                        key.narrow(),
                        head.version(),
                        operation,
                        head.id().value());
            }
            return rows.bytes();
        }
    }

    void add(List<Line> lines) {
        CopyRows records = new CopyRows(1024 * lines.size());
        CopyRows steps = new CopyRows(1024 * lines.size());
        CopyRows keys = new CopyRows(512 * lines.size());
        records.begin();
        steps.begin();
        keys.begin();
        for (Line line : lines) {
            records.row(RECORD_COLUMNS);
            records.part(line.head().number());
            records.add(line.numberless());
            steps.add(line.step());
            keys.add(line.keys());
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

    private void copy(String statement, CopyRows rows) {
        rows.end();
        connections.execute((Connection connection) -> {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
            rows.send(copy);
            return copy.endCopy();
        });
    }
}
