package akashi.account;

import akashi.organization.PersonId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OpeningCodeSql {
    private final JdbcClient jdbc;

    OpeningCodeSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A code that is neither spent nor replaced. */
    @SuppressWarnings("ArrayRecordComponent") // compared in constant time, never as a value
    record Row(PersonId person, byte[] hash, Instant expires) {}

    Optional<Row> open(PersonId person) {
        return jdbc.sql("""
                select person, hash, expires_at
                  from account_opening_code
                 where person = :person and ended_at is null
                """)
                .param("person", person.value())
                .query((row, number) -> new Row(
                        person,
                        row.getBytes("hash"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Everybody for whom a code can be used at that instant. */
    List<PersonId> waiting(Instant at) {
        return jdbc.sql("""
                select person
                  from account_opening_code
                 where ended_at is null and expires_at > :at
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new PersonId(row.getObject("person", UUID.class)))
                .list();
    }

    void add(UUID id, Row code, Instant at) {
        jdbc.sql("""
                insert into account_opening_code (id, person, hash, made_at, expires_at)
                values (:id, :person, :hash, :at, :expires)
                """)
                .param("id", id)
                .param("person", code.person().value())
                .param("hash", code.hash())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("expires", code.expires().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Ends the open code of this person; tells whether there was one. */
    boolean end(PersonId person, String ending, Instant at) {
        return jdbc.sql("""
                update account_opening_code
                   set ended_at = :at, ending = :ending
                 where person = :person and ended_at is null
                """)
                        .param("person", person.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("ending", ending)
                        .update()
                == 1;
    }
}
