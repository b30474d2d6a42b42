package akashi.tlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cosignatures as witnesses gave them. */
@Repository
class CosignatureSql {
    private static final String ROWS = "select size, key, at, line from usage_cosignature ";

    private final JdbcClient jdbc;

    CosignatureSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static CosignatureSql on(DataSource source) {
        return new CosignatureSql(JdbcClient.create(source));
    }

    /**
     * One cosignature.
     *
     * @param key verifier key of the witness
     * @param at the time the witness states
     * @param line as it stands in the checkpoint
     */
    record Row(long size, String key, Instant at, String line) {}

    void store(int log, Row row) {
        jdbc.sql("""
                insert into usage_cosignature (log, size, key, at, line) values (:log, :size, :key, :at, :line)
                on conflict (log, size, key, at) do nothing
                """)
                .param("log", log)
                .param("size", row.size())
                .param("key", row.key())
                .param("at", row.at().atOffset(ZoneOffset.UTC))
                .param("line", row.line())
                .update();
    }

    /** The latest of trees of at least that size: largest tree first, then latest first. */
    List<Row> latest(int log, long atLeast, int limit) {
        return jdbc.sql(ROWS + """
                 where log = :log and size >= :size
                 order by size desc, at desc limit :limit
                """)
                .param("log", log)
                .param("size", atLeast)
                .param("limit", limit)
                .query(CosignatureSql::row)
                .list();
    }

    /** Those over one tree, latest first. */
    List<Row> over(int log, long size) {
        return jdbc.sql(ROWS + """
                 where log = :log and size = :size
                 order by at desc, key
                """)
                .param("log", log)
                .param("size", size)
                .query(CosignatureSql::row)
                .list();
    }

    /** The last one of a witness: over the largest tree, and the latest of these. */
    Optional<Row> lastOf(int log, String key) {
        return jdbc.sql(ROWS + """
                 where log = :log and key = :key
                 order by size desc, at desc limit 1
                """)
                .param("log", log)
                .param("key", key)
                .query(CosignatureSql::row)
                .optional();
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        return new Row(row.getLong("size"), row.getString("key"), LedgerSql.instant(row, "at"), row.getString("line"));
    }
}
