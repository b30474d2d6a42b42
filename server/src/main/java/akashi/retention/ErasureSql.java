package akashi.retention;

import akashi.ledger.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Calls of the functions that alone can erase, and what they keep about it. */
@Repository
class ErasureSql {
    private final JdbcClient jdbc;

    ErasureSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What came of a proposal; without a number nothing was kept. */
    record Found(@Nullable Integer number, int planned, int kept, Hash set) {}

    Found propose(Scope scope, String reason, String paper, String by, Instant at, int most) {
        var range = scope.range();
        return jdbc.sql("""
                select number, planned, kept, set_hash
                  from retention_propose(:kind, :through::date, :log::smallint, :first::bigint, :last::bigint, :value,
                                         :label, :reason, :paper, :by, :at, :most)
                """)
                .param("kind", scope.kind().name())
                .param("through", scope.through())
                .param("log", range == null ? null : range.log())
                .param("first", range == null ? null : range.first())
                .param("last", range == null ? null : range.last())
                .param("value", scope.value())
                .param("label", scope.label())
                .param("reason", reason)
                .param("paper", paper)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> new Found(
                        row.getObject("number", Integer.class),
                        row.getInt("planned"),
                        row.getInt("kept"),
                        Hash.of(row.getBytes("set_hash"))))
                .single();
    }

    /** {@code APPROVED}, {@code STALE}, {@code SAME}, {@code COUNT} or {@code CHANGED}. */
    String approve(int number, String by, Instant at, int count) {
        return jdbc.sql("select retention_approve(:number, :by, :at, :count) as answer")
                .param("number", number)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("count", count)
                .query(ErasureSql::answer)
                .single();
    }

    boolean withdraw(int number, Instant at) {
        return jdbc.sql("select retention_withdraw(:number, :at) as withdrawn")
                .param("number", number)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getBoolean("withdrawn"))
                .single();
    }

    /** What is to be done next; {@code step} is empty if the erasure is not approved. */
    record Next(String step, int log, String entries, int parts) {}

    Next next(int number, int parts, int runs, Instant at) {
        return jdbc.sql("select step, log, entries, parts from retention_next(:number, :parts, :runs, :at)")
                .param("number", number)
                .param("parts", parts)
                .param("runs", runs)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, n) ->
                        new Next(text(row, "step"), row.getInt("log"), text(row, "entries"), row.getInt("parts")))
                .single();
    }

    /** Erases a piece; its entry must have been recorded in this transaction. Gives the number of private parts. */
    int erase(int number, int parts, int runs, UUID use, String entries, Instant at) {
        return jdbc.sql("select retention_erase(:number, :parts, :runs, :use, :entries, :at) as gone")
                .param("number", number)
                .param("parts", parts)
                .param("runs", runs)
                .param("use", use)
                .param("entries", entries)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getInt("gone"))
                .single();
    }

    boolean end(int number, Instant at) {
        return jdbc.sql("select retention_end(:number, :at) as ended")
                .param("number", number)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getBoolean("ended"))
                .single();
    }

    /** Published name of a log. */
    String origin(int log) {
        return jdbc.sql("select origin as answer from usage_log where log = :log")
                .param("log", log)
                .query(ErasureSql::answer)
                .single();
    }

    List<Integer> approved() {
        return jdbc.sql("select number from retention_erasure where state = 'APPROVED' order by number")
                .query((row, n) -> row.getInt("number"))
                .list();
    }

    /** Private parts of a month that may be erased. */
    record Due(LocalDate month, int parts) {}

    List<Due> due(LocalDate through) {
        return jdbc.sql("""
                select month, count(*)::int as parts
                  from usage_private
                 where month <= :through
                 group by month
                 order by month
                """)
                .param("through", through)
                .query((row, n) -> new Due(row.getObject("month", LocalDate.class), row.getInt("parts")))
                .list();
    }

    List<Erasure> latest(int limit) {
        return jdbc.sql("""
                select number, kind, through, log, first_idx, last_idx, value, label, reason, paper, state, planned,
                       kept, erased, set_hash, proposed_by, proposed_at, decided_by, decided_at, ended_at
                  from retention_erasure
                 order by number desc
                 limit :limit
                """).param("limit", limit).query(ErasureSql::erasure).list();
    }

    Optional<Erasure> one(int number) {
        return jdbc.sql("""
                select number, kind, through, log, first_idx, last_idx, value, label, reason, paper, state, planned,
                       kept, erased, set_hash, proposed_by, proposed_at, decided_by, decided_at, ended_at
                  from retention_erasure
                 where number = :number
                """).param("number", number).query(ErasureSql::erasure).optional();
    }

    List<Erasure.Line> lines(int number) {
        return jdbc.sql("""
                select log, month, hold, parts
                  from retention_summary
                 where erasure = :number
                 order by hold nulls first, log, month
                """)
                .param("number", number)
                .query((row, n) -> new Erasure.Line(
                        row.getInt("log"),
                        row.getObject("month", LocalDate.class),
                        row.getObject("hold", Integer.class),
                        row.getInt("parts")))
                .list();
    }

    List<Erasure.Piece> pieces(int number, int limit) {
        return jdbc.sql("""
                select log, entries, parts, at
                  from retention_piece
                 where erasure = :number
                 order by at, log, entries
                 limit :limit
                """)
                .param("number", number)
                .param("limit", limit)
                .query((row, n) -> new Erasure.Piece(
                        row.getInt("log"), row.getString("entries"), row.getInt("parts"), instant(row, "at")))
                .list();
    }

    /** The erasure that took the private part of an entry; {@code kind} is that of its scope. */
    record Took(Scope.Kind kind, Instant at) {}

    Optional<Took> tookFrom(int log, long index) {
        return jdbc.sql("""
                select e.kind, p.at
                  from retention_piece p
                  join retention_erasure e on e.number = p.erasure
                 where p.log = :log
                   and exists (select from unnest(string_to_array(p.entries, ',')) as run
                                where :index between split_part(run, '-', 1)::bigint
                                          and split_part(run, '-', case when run like '%-%' then 2 else 1 end)::bigint)
                 order by p.at
                 limit 1
                """)
                .param("log", log)
                .param("index", index)
                .query((row, n) -> new Took(Scope.Kind.valueOf(row.getString("kind")), instant(row, "at")))
                .optional();
    }

    private static Erasure erasure(ResultSet row, int n) throws SQLException {
        var decided = row.getString("decided_by");
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        var through = row.getObject("through", LocalDate.class);
        return new Erasure(
                row.getInt("number"),
                through == null ? HoldSql.scope(row) : Scope.through(through),
                row.getString("reason"),
                row.getString("paper"),
                Erasure.State.valueOf(row.getString("state")),
                new Erasure.Counts(
                        row.getInt("planned"),
                        row.getInt("kept"),
                        row.getInt("erased"),
                        Hash.of(row.getBytes("set_hash"))),
                new Erasure.Step(row.getString("proposed_by"), instant(row, "proposed_at")),
                decided == null ? null : new Erasure.Step(decided, instant(row, "decided_at")),
                ended == null ? null : ended.toInstant());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static String answer(ResultSet row, int n) throws SQLException {
        return text(row, "answer");
    }

    private static String text(ResultSet row, String column) throws SQLException {
        var text = row.getString(column);
        return text == null ? "" : text;
    }
}
