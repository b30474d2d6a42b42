package akashi.entitlement;

import akashi.definition.Scope;
import akashi.operation.Act;
import akashi.operation.OperationCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests for usage rights. */
@Repository
class RequestSql {
    private final JdbcClient jdbc;

    RequestSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long request(Request request) {
        return jdbc.sql("""
                insert into entitlement_request (unit, operation, act, scope, valid_from, valid_until, staff, reason,
                                                 requested_by, requested_at, paper, entered_by)
                values (:unit, :operation, :act, :scope, :from, :until, :staff::text[], :reason, :by, :at, :paper,
                        :enterer)
                returning number
                """)
                .param("unit", request.unit())
                .param("operation", request.wanted().operation().value())
                .param("act", request.wanted().act().name())
                .param("scope", request.wanted().scope().name())
                .param("from", request.wanted().from())
                .param("until", request.wanted().until())
                .param("staff", request.staff().toArray(String[]::new))
                .param("reason", request.reason())
                .param("by", request.requested().by())
                .param("at", request.requested().at().atOffset(ZoneOffset.UTC))
                .param("paper", request.entry() == null ? null : request.entry().paper())
                .param(
                        "enterer",
                        request.entry() == null ? null : request.entry().by())
                .query((row, _) -> row.getLong("number"))
                .single();
    }

    List<Request> latest(int limit) {
        return jdbc.sql("""
                select number, unit, operation, act, scope, valid_from, valid_until, staff, reason, state, requested_by,
                       requested_at, decided_by, decided_at, why, paper, entered_by
                  from entitlement_request
                 order by state = 'WAITING' desc, number desc
                 limit :limit
                """).param("limit", limit).query(RequestSql::row).list();
    }

    Optional<Request> one(long number) {
        return jdbc.sql("""
                select number, unit, operation, act, scope, valid_from, valid_until, staff, reason, state, requested_by,
                       requested_at, decided_by, decided_at, why, paper, entered_by
                  from entitlement_request
                 where number = :number
                """).param("number", number).query(RequestSql::row).optional();
    }

    /** False if it was decided before. */
    boolean decide(long number, Request.State state, Request.Step step, String why) {
        return jdbc.sql("""
                update entitlement_request
                   set state = :state, decided_by = :by, decided_at = :at, why = :why
                 where number = :number and state = 'WAITING'
                """)
                        .param("number", number)
                        .param("state", state.name())
                        .param("by", step.by())
                        .param("at", step.at().atOffset(ZoneOffset.UTC))
                        .param("why", why)
                        .update()
                == 1;
    }

    private static Request row(ResultSet row, int n) throws SQLException {
        var decided = row.getString("decided_by");
        var paper = row.getString("paper");
        return new Request(
                row.getLong("number"),
                row.getString("unit"),
                new Request.Wanted(
                        new OperationCode(row.getString("operation")),
                        Act.valueOf(row.getString("act")),
                        Scope.valueOf(row.getString("scope")),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class)),
                List.of((String[]) row.getArray("staff").getArray()),
                row.getString("reason"),
                Request.State.valueOf(row.getString("state")),
                new Request.Step(row.getString("requested_by"), instant(row, "requested_at")),
                decided == null ? null : new Request.Step(decided, instant(row, "decided_at")),
                row.getString("why"),
                paper == null ? null : new Request.Entry(paper, row.getString("entered_by")));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
