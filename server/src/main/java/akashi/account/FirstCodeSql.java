package akashi.account;

import akashi.organization.PersonId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FirstCodeSql {
    private final JdbcClient jdbc;

    FirstCodeSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A code that is neither spent nor replaced. */
    @SuppressWarnings("ArrayRecordComponent") // compared in constant time, never as a value
    record Row(PersonId person, byte[] hash, Instant expires) {}

    boolean anyAccount() {
        return jdbc.sql("select exists (select from account) as found")
                .query((row, number) -> row.getBoolean("found"))
                .single();
    }

    List<Row> open() {
        return jdbc.sql("""
                select person, hash, expires_at
                  from account_first_code
                 where ended_at is null
                 order by id
                """)
                .query((row, number) -> new Row(
                        new PersonId(row.getObject("person", UUID.class)),
                        row.getBytes("hash"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void add(UUID id, Row code, Instant at) {
        jdbc.sql("""
                insert into account_first_code (id, person, hash, made_at, expires_at)
                values (:id, :person, :hash, :at, :expires)
                """)
                .param("id", id)
                .param("person", code.person().value())
                .param("hash", code.hash())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("expires", code.expires().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Ends every code that is open; tells how many. */
    int end(String ending, Instant at) {
        return jdbc.sql("""
                update account_first_code
                   set ended_at = :at, ending = :ending
                 where ended_at is null
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("ending", ending)
                .update();
    }
}
