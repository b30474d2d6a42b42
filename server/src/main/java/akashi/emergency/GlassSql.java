package akashi.emergency;

import akashi.operation.OperationCode;
import akashi.organization.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Openings in an emergency. */
@Repository
class GlassSql {
    private final JdbcClient jdbc;

    GlassSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long generation() {
        return jdbc.sql("select number from emergency_generation")
                .query((row, _) -> row.getLong("number"))
                .single();
    }

    /** Also lets whoever changes these tables wait for each other. */
    void nextGeneration() {
        var _ = jdbc.sql("update emergency_generation set number = number + 1").update();
    }

    /** Those that are open, or were used and are not written up yet. */
    List<Glass> unsettled() {
        return jdbc.sql("""
                select number, person, staff, unit, operations, reason, case_reference, opened_at, until, closed_at, lapsed,
                       closing, verdict, review, reviewed_by, reviewed_at
                  from emergency_use
                 where closed_at is null or closing is null
                 order by number
                """).query(GlassSql::glass).list();
    }

    List<Glass> latest(int limit) {
        return jdbc.sql("""
                select number, person, staff, unit, operations, reason, case_reference, opened_at, until, closed_at, lapsed,
                       closing, verdict, review, reviewed_by, reviewed_at
                  from emergency_use
                 order by number desc
                 limit :limit
                """).param("limit", limit).query(GlassSql::glass).list();
    }

    Optional<Glass> one(long number) {
        return jdbc.sql("""
                select number, person, staff, unit, operations, reason, case_reference, opened_at, until, closed_at, lapsed,
                       closing, verdict, review, reviewed_by, reviewed_at
                  from emergency_use
                 where number = :number
                """).param("number", number).query(GlassSql::glass).optional();
    }

    long open(Glass glass) {
        return jdbc.sql("""
                insert into emergency_use (person, staff, unit, operations, reason, case_reference, opened_at, until)
                values (:person, :staff, :unit, :operations::text[], :reason, :case, :at, :until)
                returning number
                """)
                .param("person", glass.person().value())
                .param("staff", glass.staff())
                .param("unit", glass.unit())
                .param(
                        "operations",
                        glass.operations().stream().map(OperationCode::value).toArray(String[]::new))
                .param("reason", glass.reason())
                .param("case", glass.caseReference())
                .param("at", glass.opened().atOffset(ZoneOffset.UTC))
                .param("until", glass.until().atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong("number"))
                .single();
    }

    /** False if it was closed already. */
    boolean close(long number, Glass.Closed closed) {
        return jdbc.sql("""
                update emergency_use set closed_at = :at, lapsed = :lapsed where number = :number and closed_at is null
                """)
                        .param("number", number)
                        .param("at", closed.at().atOffset(ZoneOffset.UTC))
                        .param("lapsed", closed.lapsed())
                        .update()
                == 1;
    }

    /** False if it is open still, or written up already. */
    boolean write(long number, String closing, Instant at) {
        return jdbc.sql("""
                update emergency_use
                   set closing = :closing, closing_at = :at
                 where number = :number and closed_at is not null and closing is null
                """)
                        .param("number", number)
                        .param("closing", closing)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** False if it is open still, was reviewed already, or by whoever opened it. */
    boolean review(long number, Glass.Review review) {
        return jdbc.sql("""
                update emergency_use
                   set verdict = :verdict, review = :words, reviewed_by = :by, reviewed_at = :at
                 where number = :number and closed_at is not null and reviewed_by is null and staff <> :by
                """)
                        .param("number", number)
                        .param("verdict", review.justified() ? "JUSTIFIED" : "UNJUSTIFIED")
                        .param("words", review.words())
                        .param("by", review.by())
                        .param("at", review.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Glass glass(ResultSet row, int n) throws SQLException {
        var closed = row.getObject("closed_at", OffsetDateTime.class);
        return new Glass(
                row.getLong("number"),
                new PersonId(row.getObject("person", UUID.class)),
                row.getString("staff"),
                row.getString("unit"),
                Arrays.stream((String[]) row.getArray("operations").getArray())
                        .map(OperationCode::new)
                        .toList(),
                row.getString("reason"),
                row.getString("case_reference"),
                instant(row, "opened_at"),
                instant(row, "until"),
                closed == null ? null : new Glass.Closed(closed.toInstant(), row.getBoolean("lapsed")),
                row.getString("closing"),
                review(row));
    }

    private static Glass.@Nullable Review review(ResultSet row) throws SQLException {
        var by = row.getString("reviewed_by");
        return by == null
                ? null
                : new Glass.Review(
                        "JUSTIFIED".equals(row.getString("verdict")),
                        row.getString("review"),
                        by,
                        instant(row, "reviewed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
