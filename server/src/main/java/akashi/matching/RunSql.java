package akashi.matching;

import akashi.document.RecordId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Full comparisons and how far they have come. */
@Repository
class RunSql {
    private static final String SELECT = """
            select seq, ordered_by, started_at, total, done, proposed, place_operation, place_document, place_record, ended_at
              from matching_run
            """;

    private final JdbcClient jdbc;

    RunSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins one; empty while another has not ended. */
    Optional<Long> begin(String by, Instant at, int total) {
        return jdbc.sql("""
                insert into matching_run (ordered_by, started_at, total) values (:by, :at, :total)
                on conflict ((ended_at is null)) where ended_at is null do nothing
                returning seq
                """)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("total", total)
                .query((row, _) -> row.getLong("seq"))
                .optional();
    }

    Optional<Run> open() {
        return jdbc.sql(SELECT + " where ended_at is null").query(RunSql::run).optional();
    }

    List<Run> latest(int limit) {
        return jdbc.sql(SELECT + " order by seq desc limit :limit")
                .param("limit", limit)
                .query(RunSql::run)
                .list();
    }

    void advance(long seq, Run.Place place, int done, int proposed) {
        jdbc.sql("""
                update matching_run
                   set place_operation = :operation, place_document = :document, place_record = :record,
                       done = done + :done, proposed = proposed + :proposed
                 where seq = :seq
                """)
                .param("operation", place.operation())
                .param("document", place.document())
                .param("record", place.record() == null ? null : place.record().value())
                .param("done", done)
                .param("proposed", proposed)
                .param("seq", seq)
                .update();
    }

    boolean end(long seq, Instant at) {
        return jdbc.sql("update matching_run set ended_at = :at where seq = :seq and ended_at is null")
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("seq", seq)
                        .update()
                == 1;
    }

    private static Run run(ResultSet row, int n) throws SQLException {
        var record = row.getObject("place_record", UUID.class);
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Run(
                row.getLong("seq"),
                row.getString("ordered_by"),
                PairSql.instant(row, "started_at"),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("proposed"),
                new Run.Place(
                        row.getString("place_operation"),
                        row.getString("place_document"),
                        record == null ? null : new RecordId(record)),
                ended == null ? null : ended.toInstant());
    }
}
