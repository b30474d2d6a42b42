package akashi.tlog;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tiles as they are read for proofs, and signed checkpoints. */
@Repository
class CheckpointSql {
    private final JdbcClient jdbc;

    CheckpointSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** On connections of the ledger's own. */
    static CheckpointSql on(DataSource source) {
        return new CheckpointSql(JdbcClient.create(source));
    }

    /** The hashes of a full tile. */
    Optional<byte[]> tile(int log, int level, long index) {
        return jdbc.sql("select hashes from usage_tile where log = :log and level = :level and n = :n")
                .param("log", log)
                .param("level", level)
                .param("n", index)
                .query((row, n) -> row.getBytes("hashes"))
                .optional();
    }

    /** Full tiles side by side. */
    List<byte[]> tiles(int log, int level, long first, int count) {
        return jdbc.sql("""
                select hashes from usage_tile
                 where log = :log and level = :level and n >= :first and n < :end
                 order by n
                """)
                .param("log", log)
                .param("level", level)
                .param("first", first)
                .param("end", first + count)
                .query((row, n) -> row.getBytes("hashes"))
                .list();
    }

    /** Leaves side by side. */
    List<byte[]> leaves(int log, long first, int count) {
        return jdbc.sql("select leaf from usage_leaf where log = :log and idx >= :first and idx < :end order by idx")
                .param("log", log)
                .param("first", first)
                .param("end", first + count)
                .query((row, n) -> row.getBytes("leaf"))
                .list();
    }

    /** The latest checkpoint of a ledger that covers at least this many entries. */
    Optional<SignedCheckpoint> latest(int log, long atLeast) {
        return jdbc.sql("""
                select size, at, note from usage_checkpoint
                 where log = :log and size >= :size
                 order by size desc limit 1
                """)
                .param("log", log)
                .param("size", atLeast)
                .query((row, n) ->
                        new SignedCheckpoint(row.getLong("size"), LedgerSql.instant(row, "at"), row.getString("note")))
                .optional();
    }

    /** The checkpoint of a ledger over exactly that many entries. */
    Optional<SignedCheckpoint> at(int log, long size) {
        return jdbc.sql("select size, at, note from usage_checkpoint where log = :log and size = :size")
                .param("log", log)
                .param("size", size)
                .query((row, n) ->
                        new SignedCheckpoint(row.getLong("size"), LedgerSql.instant(row, "at"), row.getString("note")))
                .optional();
    }

    void store(int log, SignedCheckpoint checkpoint) {
        jdbc.sql("""
                insert into usage_checkpoint (log, size, at, note) values (:log, :size, :at, :note)
                on conflict (log, size) do nothing
                """)
                .param("log", log)
                .param("size", checkpoint.size())
                .param("at", checkpoint.at().atOffset(ZoneOffset.UTC))
                .param("note", checkpoint.note())
                .update();
    }
}
