package akashi.account;

import akashi.organization.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccountSql {
    private final JdbcClient jdbc;

    AccountSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account as stored. {@code sessionsFrom}: sessions opened before it have ended. */
    record Row(
            PersonId person,
            String password,
            Instant sessionsFrom,
            @Nullable Instant closedAt) {}

    Optional<Row> account(PersonId person) {
        return jdbc.sql("""
                select person, password, sessions_from, closed_at
                  from account
                 where person = :person
                """)
                .param("person", person.value())
                .query(AccountSql::row)
                .optional();
    }

    List<Row> accounts() {
        return jdbc.sql("""
                select person, '' as password, sessions_from, closed_at
                  from account
                """).query(AccountSql::row).list();
    }

    void open(PersonId person, String password, Instant at) {
        jdbc.sql("""
                insert into account (person, password, opened_at, sessions_from)
                values (:person, :password, :at, :at)
                on conflict (person)
                do update set password = excluded.password, sessions_from = excluded.sessions_from, closed_at = null
                """)
                .param("person", person.value())
                .param("password", password)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Stores the new password unless it changed meanwhile; tells whether it did. */
    boolean changePassword(PersonId person, String before, String after, Instant at) {
        return jdbc.sql("""
                update account
                   set password = :after, sessions_from = :at
                 where person = :person and password = :before and closed_at is null
                """)
                        .param("person", person.value())
                        .param("before", before)
                        .param("after", after)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Closes the account; tells whether it was open. */
    boolean close(PersonId person, Instant at) {
        return jdbc.sql("""
                update account
                   set closed_at = :at
                 where person = :person and closed_at is null
                """)
                        .param("person", person.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    long generation() {
        return jdbc.sql("select number from account_generation")
                .query((row, number) -> row.getLong("number"))
                .single();
    }

    void nextGeneration() {
        jdbc.sql("update account_generation set number = number + 1").update();
    }

    /** The count of this account or source, held until the transaction ends. */
    Optional<Lockout> lockoutForUpdate(String kind, String key) {
        return jdbc.sql("""
                select failures, last_at, until
                  from account_lockout
                 where kind = :kind and key = :key
                   for update
                """)
                .param("kind", kind)
                .param("key", key)
                .query((row, number) ->
                        new Lockout(row.getInt("failures"), instant(row, "last_at"), instantOrNull(row, "until")))
                .optional();
    }

    /** Makes sure there is a row to hold, so that the first two attempts side by side wait for each other too. */
    void startCounting(String kind, String key, Instant at) {
        jdbc.sql("""
                insert into account_lockout (kind, key, failures, last_at)
                values (:kind, :key, 0, :at)
                on conflict (kind, key) do nothing
                """)
                .param("kind", kind)
                .param("key", key)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void count(String kind, String key, Lockout lockout) {
        jdbc.sql("""
                update account_lockout
                   set failures = :failures, last_at = :last, until = :until
                 where kind = :kind and key = :key
                """)
                .param("kind", kind)
                .param("key", key)
                .param("failures", lockout.failures())
                .param("last", lockout.last().atOffset(ZoneOffset.UTC))
                .param("until", lockout.until() == null ? null : lockout.until().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Ends lock-outs whose time has passed; each is named once, whichever node asks first. */
    List<String> endLockouts(Instant now) {
        return jdbc.sql("""
                update account_lockout
                   set until = null
                 where until <= :now
                returning kind || ':' || key as locked
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getString("locked"))
                .list();
    }

    /** Forgets counts that no longer matter. */
    void forget(Instant before) {
        jdbc.sql("""
                delete from account_lockout
                 where last_at < :before and until is null
                """).param("before", before.atOffset(ZoneOffset.UTC)).update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new PersonId(row.getObject("person", UUID.class)),
                row.getString("password"),
                instant(row, "sessions_from"),
                instantOrNull(row, "closed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
