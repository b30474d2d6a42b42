package akashi.enrolment;

import akashi.organization.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What the tables of one-time codes have in common. */
final class CodeSql {
    private CodeSql() {}

    /** A code that is neither spent nor replaced. */
    @SuppressWarnings("ArrayRecordComponent") // compared in constant time, never as a value
    record Row(PersonId person, byte[] hash, Instant expires) {}

    /** From the columns person, hash and expires_at. */
    static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new PersonId(row.getObject("person", UUID.class)),
                row.getBytes("hash"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    /** Stores a code by a statement with the values id, person, hash, at and expires. */
    static void store(StatementSpec insert, UUID id, Row code, Instant at) {
        insert.param("id", id)
                .param("person", code.person().value())
                .param("hash", code.hash())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("expires", code.expires().atOffset(ZoneOffset.UTC))
                .update();
    }
}
