package akashi.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HoldSql {
    private static final String HOLDS = """
            select number, ground, kind, log, first_idx, last_idx, value, label, reason, paper, set_by, set_at,
                   lifted_by, lifted_at, lift_paper
              from retention_hold
            """;

    private final JdbcClient jdbc;

    HoldSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Sets a hold; waits while a piece is being erased. Gives its number. */
    int set(Hold hold) {
        var range = hold.scope().range();
        return jdbc.sql("""
                select retention_hold_set(:ground, :kind, :log::smallint, :first::bigint, :last::bigint, :value, :label,
                                          :reason, :paper, :by, :at) as number
                """)
                .param("ground", hold.ground().name())
                .param("kind", hold.scope().kind().name())
                .param("log", range == null ? null : range.log())
                .param("first", range == null ? null : range.first())
                .param("last", range == null ? null : range.last())
                .param("value", hold.scope().value())
                .param("label", hold.scope().label())
                .param("reason", hold.reason())
                .param("paper", hold.paper())
                .param("by", hold.setBy())
                .param("at", hold.setAt().atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getInt("number"))
                .single();
    }

    /** Lifts a hold; false if it was lifted before. */
    boolean lift(int number, String paper, String by, Instant at) {
        return jdbc.sql("select retention_hold_lift(:number, :paper, :by, :at) as lifted")
                .param("number", number)
                .param("paper", paper)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getBoolean("lifted"))
                .single();
    }

    /** Those in force first, then the latest. */
    List<Hold> all(int limit) {
        return jdbc.sql(HOLDS + """
                 order by lifted_at is not null, number desc
                 limit :limit
                """).param("limit", limit).query(HoldSql::hold).list();
    }

    Optional<Hold> one(int number) {
        return jdbc.sql(HOLDS + """
                 where number = :number
                """)
                .param("number", number)
                .query(HoldSql::hold)
                .optional();
    }

    private static Hold hold(ResultSet row, int n) throws SQLException {
        var lifted = row.getObject("lifted_at", OffsetDateTime.class);
        return new Hold(
                row.getInt("number"),
                Hold.Ground.valueOf(row.getString("ground")),
                scope(row),
                row.getString("reason"),
                row.getString("paper"),
                row.getString("set_by"),
                row.getObject("set_at", OffsetDateTime.class).toInstant(),
                lifted == null
                        ? null
                        : new Hold.Lifted(row.getString("lifted_by"), lifted.toInstant(), row.getString("lift_paper")));
    }

    /** What is meant, from the columns that holds and erasures share. */
    static Scope scope(ResultSet row) throws SQLException {
        var kind = Scope.Kind.valueOf(row.getString("kind"));
        return new Scope(
                kind,
                null,
                kind == Scope.Kind.ENTRIES
                        ? new Scope.Range(row.getInt("log"), row.getLong("first_idx"), row.getLong("last_idx"))
                        : null,
                row.getString("value"),
                row.getString("label"));
    }
}
