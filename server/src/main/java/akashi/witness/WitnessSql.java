package akashi.witness;

import akashi.ledger.Checkpoint;
import akashi.ledger.Hash;
import akashi.ledger.WitnessStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The largest trees of other logs that were cosigned. Replacing one is a single statement that finds the row only as it
 * was expected; of two requests at once the second waits at the row and then finds another one.
 */
@Repository
class WitnessSql implements WitnessStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    WitnessSql(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<Checkpoint> latest(String origin) {
        return jdbc.sql("select origin, size, root from witness_seen where origin = :origin")
                .param("origin", origin)
                .query(WitnessSql::checkpoint)
                .optional();
    }

    @Override
    public boolean replace(@Nullable Checkpoint expected, Checkpoint next) {
        return expected == null ? first(next) : next(expected, next);
    }

    private boolean first(Checkpoint next) {
        return jdbc.sql("""
                        insert into witness_seen (origin, size, root, at) values (:origin, :size, :root, :at)
                        on conflict (origin) do nothing
                        """)
                        .param("origin", next.origin())
                        .param("size", next.size())
                        .param("root", next.root().bytes())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private boolean next(Checkpoint expected, Checkpoint next) {
        return jdbc.sql("""
                        update witness_seen set size = :size, root = :root, at = :at
                         where origin = :origin and size = :knownSize and root = :knownRoot
                        """)
                        .param("origin", next.origin())
                        .param("size", next.size())
                        .param("root", next.root().bytes())
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("knownSize", expected.size())
                        .param("knownRoot", expected.root().bytes())
                        .update()
                == 1;
    }

    private static Checkpoint checkpoint(ResultSet row, int n) throws SQLException {
        return new Checkpoint(row.getString("origin"), row.getLong("size"), Hash.of(row.getBytes("root")));
    }
}
