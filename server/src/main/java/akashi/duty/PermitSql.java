package akashi.duty;

import akashi.organization.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Exceptions (例外措置). */
@Repository
class PermitSql {
    private final JdbcClient jdbc;

    PermitSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Permit> all() {
        return jdbc.sql("""
                select number, incompatible, person, subject, reason, measures, valid_from, valid_until, state,
                       requested_by, requested_at, decided_by, decided_at, decided_why
                  from duty_permit
                 order by number desc
                """).query(PermitSql::permit).list();
    }

    long request(Permit permit) {
        return jdbc.sql("""
                insert into duty_permit (incompatible, person, subject, reason, measures, valid_from, valid_until,
                                         requested_by, requested_at)
                values (:incompatible, :person::uuid, :subject, :reason, :measures, :from, :until, :by, :at)
                returning number
                """)
                .param("incompatible", permit.incompatible())
                .param(
                        "person",
                        permit.person() == null ? null : permit.person().value())
                .param("subject", permit.subject())
                .param("reason", permit.reason())
                .param("measures", permit.measures())
                .param("from", permit.from())
                .param("until", permit.until())
                .param("by", permit.requested().by())
                .param("at", permit.requested().at().atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong("number"))
                .single();
    }

    /** False if it was decided before. */
    boolean decide(long number, Permit.State state, String by, Instant at, String why) {
        return jdbc.sql("""
                update duty_permit
                   set state = :state, decided_by = :by, decided_at = :at, decided_why = :why
                 where number = :number and state = 'WAITING' and requested_by <> :by
                """)
                        .param("number", number)
                        .param("state", state.name())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("why", why)
                        .update()
                == 1;
    }

    /** Ends one that holds, or is to come, before its day; false if there is none. */
    boolean end(long number) {
        return jdbc.sql("update duty_permit set state = 'ENDED' where number = :number and state = 'APPROVED'")
                        .param("number", number)
                        .update()
                == 1;
    }

    private static Permit permit(ResultSet row, int n) throws SQLException {
        var person = row.getObject("person", UUID.class);
        var decided = row.getString("decided_by");
        var why = row.getString("decided_why");
        return new Permit(
                row.getLong("number"),
                row.getString("incompatible"),
                person == null ? null : new PersonId(person),
                row.getString("subject"),
                row.getString("reason"),
                row.getString("measures"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                Permit.State.valueOf(row.getString("state")),
                new Permit.Step(row.getString("requested_by"), DutySql.instant(row, "requested_at")),
                decided == null ? null : new Permit.Step(decided, DutySql.instant(row, "decided_at")),
                why == null ? "" : why);
    }
}
