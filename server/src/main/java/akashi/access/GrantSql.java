package akashi.access;

import akashi.definition.Scope;
import akashi.operation.Act;
import akashi.operation.OperationCode;
import akashi.organization.AppointmentId;
import akashi.organization.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GrantSql {
    private final JdbcClient jdbc;

    GrantSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Grants and stops that were not revoked, whatever their dates. */
    List<Grant> open() {
        return jdbc.sql("""
                select id, number, kind, appointment, holder, operation, act, scope, valid_from, valid_until, paper, granted_by,
                       granted_at, revoked_at, revoked_by, revoke_paper
                  from access_grant
                 where revoked_at is null
                 order by number
                """).query(GrantSql::grant).list();
    }

    Optional<Grant> byNumber(long number) {
        return jdbc.sql("""
                select id, number, kind, appointment, holder, operation, act, scope, valid_from, valid_until, paper, granted_by,
                       granted_at, revoked_at, revoked_by, revoke_paper
                  from access_grant
                 where number = :number
                """).param("number", number).query(GrantSql::grant).optional();
    }

    void grant(Grant grant) {
        jdbc.sql("""
                insert into access_grant
                       (id, kind, appointment, holder, operation, act, scope, valid_from, valid_until, paper, granted_by,
                        granted_at)
                values (:id, :kind, :appointment, :holder, :operation, :act, :scope, :from, :until, :paper, :by, :at)
                """)
                .param("id", grant.id())
                .param("kind", grant.kind().name())
                .param("appointment", grant.appointment().value())
                .param("holder", grant.holder().value())
                .param("operation", grant.operation().value())
                .param("act", grant.act().name())
                .param("scope", grant.scope().name())
                .param("from", grant.from())
                .param("until", grant.until())
                .param("paper", grant.paper())
                .param("by", grant.by().value())
                .param("at", grant.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes a grant back; tells whether it was still open. */
    boolean revoke(long number, Grant.Revocation revocation) {
        return jdbc.sql("""
                update access_grant
                   set revoked_at = :at, revoked_by = :by, revoke_paper = :paper
                 where number = :number and revoked_at is null
                """)
                        .param("number", number)
                        .param("at", revocation.at().atOffset(ZoneOffset.UTC))
                        .param("by", revocation.by().value())
                        .param("paper", revocation.paper())
                        .update()
                == 1;
    }

    long generation() {
        return jdbc.sql("select number from access_generation")
                .query((row, number) -> row.getLong("number"))
                .single();
    }

    void nextGeneration() {
        jdbc.sql("update access_generation set number = number + 1").update();
    }

    private static Grant grant(ResultSet row, int index) throws SQLException {
        return new Grant(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                Grant.Kind.valueOf(row.getString("kind")),
                new AppointmentId(row.getObject("appointment", UUID.class)),
                new PersonId(row.getObject("holder", UUID.class)),
                new OperationCode(row.getString("operation")),
                Act.valueOf(row.getString("act")),
                Scope.valueOf(row.getString("scope")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getString("paper"),
                new PersonId(row.getObject("granted_by", UUID.class)),
                instant(row, "granted_at"),
                revocation(row));
    }

    private static Grant.@Nullable Revocation revocation(ResultSet row) throws SQLException {
        return row.getObject("revoked_at") == null
                ? null
                : new Grant.Revocation(
                        instant(row, "revoked_at"),
                        new PersonId(row.getObject("revoked_by", UUID.class)),
                        row.getString("revoke_paper"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
