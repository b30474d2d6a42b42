package akashi.enrolment;

import akashi.organization.PersonId;
import java.time.Instant;
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

    Optional<CodeSql.Row> open(PersonId person) {
        return jdbc.sql("""
                select person, hash, expires_at
                  from account_opening_code
                 where person = :person and ended_at is null
                """).param("person", person.value()).query(CodeSql::row).optional();
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

    void add(UUID id, CodeSql.Row code, Instant at) {
        var insert = jdbc.sql("""
                insert into account_opening_code (id, person, hash, made_at, expires_at)
                values (:id, :person, :hash, :at, :expires)
                """);
        CodeSql.store(insert, id, code, at);
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
