package akashi.tlog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the sequencer reads and writes: one ledger's leaves, tiles and lease. */
@Repository
class LedgerSql {
    private final JdbcClient jdbc;

    LedgerSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** On connections of the ledger's own. */
    static LedgerSql on(DataSource source) {
        return new LedgerSql(JdbcClient.create(source));
    }

    /** How far a ledger has come. */
    record End(long size, Instant lastAt) {}

    /** A full tile to be stored. */
    @SuppressWarnings("ArrayRecordComponent") // written once to a row, never compared
    record Tile(int level, long index, byte[] hashes) {}

    /** Entries that are stored together or not at all. */
    record Batch(int log, long first, Instant at, List<Draft> drafts, List<byte[]> leaves, List<Tile> tiles) {
        /** Whether leaves and private parts are all there is to store. */
        boolean plain() {
            return tiles.isEmpty() && drafts.stream().noneMatch(Draft::recorded);
        }
    }

    /** Number of the ledger with this origin, a new one if there is none. */
    int log(String origin) {
        jdbc.sql("insert into usage_log (origin) values (:origin) on conflict (origin) do nothing")
                .param("origin", origin)
                .update();
        return jdbc.sql("select log from usage_log where origin = :origin")
                .param("origin", origin)
                .query((row, n) -> row.getInt("log"))
                .single();
    }

    boolean takeLease(int log, UUID holder, int seconds) {
        return jdbc.sql("select usage_lease_take(:log::smallint, :holder, :seconds) as taken")
                .param("log", log)
                .param("holder", holder)
                .param("seconds", seconds)
                .query((row, n) -> row.getBoolean("taken"))
                .single();
    }

    void leaveLease(int log, UUID holder) {
        var _ = jdbc.sql("select usage_lease_leave(:log::smallint, :holder)")
                .param("log", log)
                .param("holder", holder)
                .query((row, n) -> 1)
                .single();
    }

    /** The ledger's last entry, found at the end of its last partition. */
    Optional<End> end(int log) {
        return jdbc.sql("select idx, at from usage_leaf where log = :log order by idx desc limit 1")
                .param("log", log)
                .query((row, n) -> new End(row.getLong("idx") + 1, instant(row, "at")))
                .optional();
    }

    /** Recorded uses that are committed but have no leaf yet. */
    List<Draft> leftovers(int log, Instant since) {
        return jdbc.sql("""
                select id, private_month, operator, unit, act, operation, body
                  from usage_pending p
                 where log = :log and recorded >= :since
                   and not exists (select from usage_integrated i where i.id = p.id)
                 order by recorded, id
                """)
                .param("log", log)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(LedgerSql::leftover)
                .list();
    }

    /** Stores what {@link #entries} does not; must run with it in one transaction. */
    void extras(Batch batch) {
        if (batch.drafts().stream().anyMatch(Draft::recorded)) {
            integrated(batch);
        }
        for (Tile tile : batch.tiles()) {
            tile(batch.log(), tile);
        }
    }

    /** Stores leaves and private parts: one statement, so whole or not at all even outside of a transaction. */
    void entries(Batch batch) {
        var drafts = batch.drafts();
        int rows = jdbc.sql("""
                with entry as materialized (
                    select *
                      from unnest(:ids::uuid[], :months::date[], :operators::text[], :units::text[], :acts::text[],
                                  :operations::text[], :leaves::bytea[], :salts::bytea[], :bodies::bytea[])
                           with ordinality as t(id, month, operator, unit, act, operation, leaf, salt, body, n)
                ), private as (
                    insert into usage_private (month, id, salt, body)
                    select month, id, salt, body from entry where salt is not null
                )
                insert into usage_leaf
                       (log, idx, at, private_id, private_month, operator, unit, act, operation, leaf)
                select :log, :first + n - 1, :at, id, month, operator, unit, act, operation, leaf
                  from entry
                """)
                .param("log", batch.log())
                .param("first", batch.first())
                .param("at", batch.at().atOffset(ZoneOffset.UTC))
                .param("ids", ids(drafts))
                .param("months", months(drafts))
                .param(
                        "operators",
                        each(
                                drafts,
                                String[]::new,
                                draft -> draft.entry().columns().operator()))
                .param(
                        "units",
                        each(
                                drafts,
                                String[]::new,
                                draft -> draft.entry().columns().unit()))
                .param(
                        "acts",
                        each(
                                drafts,
                                String[]::new,
                                draft -> draft.entry().columns().act()))
                .param(
                        "operations",
                        each(
                                drafts,
                                String[]::new,
                                draft -> draft.entry().columns().operation()))
                .param("leaves", batch.leaves().toArray(byte[][]::new))
                .param("salts", each(drafts, byte[][]::new, draft -> secret(draft, Entry.Secret::salt)))
                .param("bodies", each(drafts, byte[][]::new, draft -> secret(draft, Entry.Secret::body)))
                .update();
        Whole.stored("leaves", drafts.size(), rows);
    }

    private static <T> T[] each(List<Draft> drafts, IntFunction<T[]> array, Function<Draft, @Nullable T> part) {
        return drafts.stream().map(part).toArray(array);
    }

    /** Part of the private part that is stored with the leaf; that of a recorded use stands there already. */
    private static byte @Nullable [] secret(Draft draft, Function<Entry.Secret, byte[]> part) {
        var secret = draft.entry().secret();
        return secret == null || draft.recorded() ? null : part.apply(secret);
    }

    /** Stores private parts; each must be there whose commitment an entry carries. */
    void secrets(List<Draft> drafts) {
        int rows = jdbc.sql("""
                insert into usage_private (month, id, salt, body)
                select * from unnest(:months::date[], :ids::uuid[], :salts::bytea[], :bodies::bytea[])
                """)
                .param("months", months(drafts))
                .param("ids", ids(drafts))
                .param(
                        "salts",
                        drafts.stream().map(d -> d.requiredSecret().salt()).toArray(byte[][]::new))
                .param(
                        "bodies",
                        drafts.stream().map(d -> d.requiredSecret().body()).toArray(byte[][]::new))
                .update();
        Whole.stored("private parts", drafts.size(), rows);
    }

    private void integrated(Batch batch) {
        var drafts = batch.drafts();
        var recorded = IntStream.range(0, drafts.size())
                .filter(n -> drafts.get(n).recorded())
                .boxed()
                .toList();
        jdbc.sql("""
                insert into usage_integrated (id, log, idx)
                select id, :log, idx from unnest(:ids::uuid[], :indices::bigint[]) as t(id, idx)
                """)
                .param("log", batch.log())
                .param("ids", ids(recorded.stream().map(drafts::get).toList()))
                .param("indices", recorded.stream().map(n -> batch.first() + n).toArray(Long[]::new))
                .update();
    }

    private void tile(int log, Tile tile) {
        jdbc.sql("insert into usage_tile (log, level, n, hashes) values (:log, :level, :n, :hashes)")
                .param("log", log)
                .param("level", tile.level())
                .param("n", tile.index())
                .param("hashes", tile.hashes())
                .update();
    }

    /** Remembers where a month begins; the first to say so is right. */
    void month(int log, LocalDate month, long first) {
        jdbc.sql("""
                insert into usage_month (log, month, first_idx) values (:log, :month, :first)
                on conflict (log, month) do nothing
                """)
                .param("log", log)
                .param("month", month)
                .param("first", first)
                .update();
    }

    /** Writes a recorded use in the transaction of its change. */
    void pending(int log, Instant recorded, Draft draft) {
        jdbc.sql("""
                insert into usage_pending
                       (id, log, recorded, private_month, operator, unit, act, operation, body)
                values (:id, :log, :recorded, :month, :operator, :unit, :act, :operation, :body)
                """)
                .param("id", draft.id())
                .param("log", log)
                .param("recorded", recorded.atOffset(ZoneOffset.UTC))
                .param("month", draft.month())
                .param("operator", draft.entry().columns().operator())
                .param("unit", draft.entry().columns().unit())
                .param("act", draft.entry().columns().act())
                .param("operation", draft.entry().columns().operation())
                .param("body", draft.entry().body())
                .update();
    }

    /** The place of a recorded use, once it has one. */
    Optional<Place> integrated(UUID id) {
        return jdbc.sql("""
                select g.log, g.origin, l.idx, l.at
                  from usage_integrated i
                  join usage_leaf l on l.log = i.log and l.idx = i.idx
                  join usage_log g on g.log = i.log
                 where i.id = :id
                """)
                .param("id", id)
                .query((row, n) ->
                        new Place(row.getInt("log"), row.getString("origin"), row.getLong("idx"), instant(row, "at")))
                .optional();
    }

    /** Makes partitions ahead of an index and of a month. */
    void ahead(long index, int leaves, LocalDate month, int months) {
        var _ = jdbc.sql("select usage_leaf_ahead(:index, :leaves), usage_private_ahead(:month, :months)")
                .param("index", index)
                .param("leaves", leaves)
                .param("month", month)
                .param("months", months)
                .query((row, n) -> 1)
                .single();
    }

    /** Partitions beyond the one in use. */
    record Left(int leaves, int months) {}

    Left partitionsLeft(long index, LocalDate month) {
        return jdbc.sql("select leaves, months from usage_partitions_left(:index, :month)")
                .param("index", index)
                .param("month", month)
                .query((row, n) -> new Left(row.getInt("leaves"), row.getInt("months")))
                .single();
    }

    private static String[] ids(List<Draft> drafts) {
        return drafts.stream().map(d -> d.id().toString()).toArray(String[]::new);
    }

    private static String[] months(List<Draft> drafts) {
        return drafts.stream().map(d -> d.month().toString()).toArray(String[]::new);
    }

    private static Draft leftover(ResultSet row, int n) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                row.getObject("private_month", LocalDate.class),
                new Entry(
                        new Entry.Columns(
                                row.getString("operator"),
                                row.getString("unit"),
                                row.getString("act"),
                                row.getString("operation")),
                        row.getBytes("body"),
                        null,
                        true));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
