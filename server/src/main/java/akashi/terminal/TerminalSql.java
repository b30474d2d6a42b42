package akashi.terminal;

import akashi.account.DeviceClass;
import akashi.organization.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TerminalSql {
    private final JdbcClient jdbc;

    TerminalSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Terminal> all() {
        return jdbc.sql("""
                select id, number, class, unit, place, address, valid_from, valid_until, suspended_at
                  from terminal
                 order by number
                """).query(TerminalSql::terminal).list();
    }

    void register(Terminal terminal) {
        jdbc.sql("""
                insert into terminal (id, number, class, unit, place, address, valid_from, valid_until)
                values (:id, :number, :class, :unit, :place, :address, :from, :until)
                """)
                .param("id", terminal.id().value())
                .param("number", terminal.number())
                .param("class", terminal.kind().name())
                .param("unit", terminal.unit().value())
                .param("place", terminal.place())
                .param("address", terminal.address())
                .param("from", terminal.from())
                .param("until", terminal.until())
                .update();
    }

    /** Ends a terminal's time on that day; tells whether it was still open. */
    boolean end(TerminalId id, LocalDate day) {
        return jdbc.sql("""
                update terminal
                   set valid_until = greatest(:day, valid_from)
                 where id = :id and (valid_until is null or valid_until > :day)
                """).param("id", id.value()).param("day", day).update() == 1;
    }

    /** Suspends it from that instant; tells whether it was in use. */
    boolean suspend(TerminalId id, Instant at) {
        return jdbc.sql("""
                update terminal
                   set suspended_at = :at
                 where id = :id and suspended_at is null
                """)
                        .param("id", id.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Takes it up again; tells whether it was suspended. */
    boolean resume(TerminalId id) {
        return jdbc.sql("""
                update terminal
                   set suspended_at = null
                 where id = :id and suspended_at is not null
                """).param("id", id.value()).update() == 1;
    }

    long generation() {
        return jdbc.sql("select number from terminal_generation")
                .query((row, number) -> row.getLong("number"))
                .single();
    }

    void nextGeneration() {
        jdbc.sql("update terminal_generation set number = number + 1").update();
    }

    private static Terminal terminal(ResultSet row, int number) throws SQLException {
        return new Terminal(
                new TerminalId(row.getObject("id", UUID.class)),
                row.getString("number"),
                DeviceClass.valueOf(row.getString("class")),
                new UnitId(row.getObject("unit", UUID.class)),
                row.getString("place"),
                row.getString("address"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                instantOrNull(row.getObject("suspended_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instantOrNull(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
