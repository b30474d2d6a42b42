package akashi.entitlement;

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

/** Questions about grants that are not used. */
@Repository
class UnusedSql {
    private final JdbcClient jdbc;

    UnusedSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Number of the question, or nothing where one is asked already. */
    List<Long> ask(long granted, String unit, PersonId holder, Instant at, LocalDate due) {
        return jdbc.sql("""
                insert into entitlement_unused (granted, unit, holder, asked_at, due)
                values (:granted, :unit, :holder, :at, :due)
                on conflict (granted) where state = 'ASKED' do nothing
                returning number
                """)
                .param("granted", granted)
                .param("unit", unit)
                .param("holder", holder.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("due", due)
                .query((row, _) -> row.getLong("number"))
                .list();
    }

    /** Grants about which an answer was given since, or none is given yet. */
    List<Long> settledSince(Instant since) {
        return jdbc.sql("""
                select granted from entitlement_unused where state = 'ASKED' or answered_at >= :since
                """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong("granted"))
                .list();
    }

    List<Unused> latest(int limit) {
        return jdbc.sql("""
                select number, granted, unit, holder, due, state, why
                  from entitlement_unused
                 order by state = 'ASKED' desc, number desc
                 limit :limit
                """).param("limit", limit).query(UnusedSql::row).list();
    }

    /** False if it was answered before. */
    boolean answer(long number, Unused.State state, String by, Instant at, String why) {
        return jdbc.sql("""
                update entitlement_unused
                   set state = :state, answered_by = :by, answered_at = :at, why = :why
                 where number = :number and state = 'ASKED'
                """)
                        .param("number", number)
                        .param("state", state.name())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("why", why)
                        .update()
                == 1;
    }

    private static Unused row(ResultSet row, int n) throws SQLException {
        return new Unused(
                row.getLong("number"),
                row.getLong("granted"),
                row.getString("unit"),
                new PersonId(row.getObject("holder", UUID.class)),
                row.getObject("due", LocalDate.class),
                Unused.State.valueOf(row.getString("state")),
                row.getString("why"));
    }
}
