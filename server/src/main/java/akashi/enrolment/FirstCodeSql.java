package akashi.enrolment;

import java.time.Instant;
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

    boolean anyAccount() {
        return jdbc.sql("select exists (select from account) as found")
                .query((row, number) -> row.getBoolean("found"))
                .single();
    }

    List<CodeSql.Row> open() {
        return jdbc.sql("""
                select person, hash, expires_at
                  from account_first_code
                 where ended_at is null
                 order by id
                """).query(CodeSql::row).list();
    }

    void add(UUID id, CodeSql.Row code, Instant at) {
        var insert = jdbc.sql("""
                insert into account_first_code (id, person, hash, made_at, expires_at)
                values (:id, :person, :hash, :at, :expires)
                """);
        CodeSql.store(insert, id, code, at);
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
