package akashi.batch;

import akashi.batch.Item.Done;
import akashi.batch.Item.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Items of lists. */
@Repository
class ItemSql {
    private final JdbcClient jdbc;

    ItemSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(long batch, List<Batch.Line> lines) {
        for (var line : lines) {
            jdbc.sql("insert into batch_item (batch, line, cells) values (:batch, :line, :cells::text[])")
                    .param("batch", batch)
                    .param("line", line.number())
                    .param("cells", line.cells().toArray(String[]::new))
                    .update();
        }
    }

    /** Takes a list away that is replaced, or was never asked. */
    void remove(long batch) {
        jdbc.sql("delete from batch_item where batch = :batch and state = 'WAITING'")
                .param("batch", batch)
                .update();
    }

    /** Erases what was typed; what was answered stays. */
    void erase(long batch) {
        jdbc.sql("update batch_item set cells = null where batch = :batch and cells is not null")
                .param("batch", batch)
                .update();
    }

    List<Item> of(long batch) {
        return jdbc.sql("""
                select line, cells, outcome, refused, entry, as_of
                  from batch_item
                 where batch = :batch
                 order by line
                """).param("batch", batch).query(ItemSql::item).list();
    }

    /** Takes the next item to ask; from now on only the log says whether it was asked. */
    Optional<Batch.Line> claim(long batch) {
        return jdbc.sql("""
                update batch_item
                   set state = 'ASKING'
                 where batch = :batch
                   and line = (select line from batch_item
                                where batch = :batch and state = 'WAITING'
                                order by line
                                limit 1
                                for update skip locked)
                returning line, cells
                """)
                .param("batch", batch)
                .query((row, _) -> new Batch.Line(row.getInt("line"), cells(row)))
                .optional();
    }

    /** Lines that were taken and whose answer is not stored. */
    List<Integer> asking(long batch) {
        return jdbc.sql("select line from batch_item where batch = :batch and state = 'ASKING' order by line")
                .param("batch", batch)
                .query((row, _) -> row.getInt("line"))
                .list();
    }

    void answered(long batch, int line, Done done) {
        jdbc.sql("""
                update batch_item
                   set state = 'DONE', outcome = :outcome, refused = :refused, entry = :entry, as_of = :asOf
                 where batch = :batch and line = :line and state = 'ASKING'
                """)
                .param("outcome", done.outcome().name())
                .param("refused", done.refused())
                .param("entry", done.entry())
                .param("asOf", done.asOf().atOffset(ZoneOffset.UTC))
                .param("batch", batch)
                .param("line", line)
                .update();
    }

    /** Puts an item back that was taken and, as the log says, never asked. */
    void back(long batch, int line) {
        jdbc.sql("update batch_item set state = 'WAITING' where batch = :batch and line = :line and state = 'ASKING'")
                .param("batch", batch)
                .param("line", line)
                .update();
    }

    /** How many items of each of these lists are answered. */
    Map<Long, Integer> done(Collection<Long> batches) {
        return jdbc
                .sql("""
                select batch, count(*) as n
                  from batch_item
                 where batch = any(:batches::bigint[]) and state = 'DONE'
                 group by batch
                """)
                .param("batches", batches.toArray(Long[]::new))
                .query((row, _) -> Map.entry(row.getLong("batch"), row.getInt("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Item item(ResultSet row, int n) throws SQLException {
        return new Item(row.getInt("line"), cells(row), done(row));
    }

    private static @Nullable Done done(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        var asOf = row.getObject("as_of", OffsetDateTime.class);
        return outcome == null || asOf == null
                ? null
                : new Done(Outcome.valueOf(outcome), row.getInt("refused"), row.getString("entry"), asOf.toInstant());
    }

    private static List<String> cells(ResultSet row) throws SQLException {
        var array = row.getArray("cells");
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
