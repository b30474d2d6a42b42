package akashi.desk;

import akashi.question.Requester;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Callers an operator has open. Every statement names the operator: nobody touches another's callers. */
@Repository
class CallerSql {
    private static final String SELECT = """
            select seq, staff_number, call_sign, unit, channel, extension, called_back_at, purpose, case_reference, opened_at,
                   last_answer
              from desk_caller
             where operator = :operator and closed_at is null
            """;

    private final JdbcClient jdbc;

    CallerSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The open callers, in the order in which they called. */
    List<Caller> open(String operator) {
        return jdbc.sql(SELECT + " order by seq limit 50")
                .param("operator", operator)
                .query(CallerSql::caller)
                .list();
    }

    Optional<Caller> find(String operator, long seq) {
        return jdbc.sql(SELECT + " and seq = :seq")
                .param("operator", operator)
                .param("seq", seq)
                .query(CallerSql::caller)
                .optional();
    }

    /** Adds a caller and gives its number. */
    long insert(String operator, Caller caller) {
        var calledBack = caller.calledBack();
        return jdbc.sql("""
                insert into desk_caller
                       (operator, staff_number, call_sign, unit, channel, extension, called_back_at, purpose, case_reference, opened_at)
                values (:operator, :staff, :callSign, :unit, :channel, :extension, :calledBack::timestamptz, :purpose, :case, :opened)
                returning seq
                """)
                .param("operator", operator)
                .param("staff", caller.who().staffNumber())
                .param("callSign", caller.who().callSign())
                .param("unit", caller.who().unit())
                .param("channel", caller.channel().name())
                .param("extension", caller.extension())
                .param("calledBack", calledBack == null ? null : calledBack.atOffset(ZoneOffset.UTC))
                .param("purpose", caller.reason().purpose())
                .param("case", caller.reason().caseReference())
                .param("opened", caller.opened().atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong(1))
                .single();
    }

    /** Notes the call-back; false if there is no such open caller or it was done before. */
    boolean calledBack(String operator, long seq, String extension, Instant at) {
        return jdbc.sql("""
                update desk_caller set called_back_at = :at, extension = :extension
                 where operator = :operator and seq = :seq and closed_at is null and called_back_at is null
                """)
                        .param("operator", operator)
                        .param("seq", seq)
                        .param("extension", extension)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Keeps purpose and number for the caller's next question, and the last answer. */
    void asked(String operator, long seq, Caller.Reason reason, @Nullable String answer) {
        var _ = jdbc.sql("""
                update desk_caller
                   set purpose = :purpose, case_reference = :case, last_answer = coalesce(:answer::text, last_answer)
                 where operator = :operator and seq = :seq and closed_at is null
                """)
                .param("operator", operator)
                .param("seq", seq)
                .param("purpose", reason.purpose())
                .param("case", reason.caseReference())
                .param("answer", answer)
                .update();
    }

    /** Closes a caller; false if there is no such open one. */
    boolean close(String operator, long seq, Instant at) {
        return jdbc.sql("""
                update desk_caller set closed_at = :at
                 where operator = :operator and seq = :seq and closed_at is null
                """)
                        .param("operator", operator)
                        .param("seq", seq)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Caller caller(ResultSet row, int place) throws SQLException {
        var calledBack = row.getObject("called_back_at", OffsetDateTime.class);
        return new Caller(
                row.getLong("seq"),
                new Caller.Who(row.getString("staff_number"), row.getString("call_sign"), row.getString("unit")),
                Requester.Channel.valueOf(row.getString("channel")),
                row.getString("extension"),
                calledBack == null ? null : calledBack.toInstant(),
                new Caller.Reason(row.getString("purpose"), row.getString("case_reference")),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getString("last_answer"));
    }
}
