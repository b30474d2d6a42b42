package akashi.proof;

import akashi.tlog.Entry;
import akashi.tlog.SignedCheckpoint;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an export reads: ranges of entries and of checkpoints, each small enough to be held. */
class ExportSql {
    private final JdbcClient jdbc;

    private ExportSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static ExportSql on(DataSource source) {
        return new ExportSql(JdbcClient.create(source));
    }

    /** An entry as it is stored, with its private part as far as that still exists. */
    @SuppressWarnings("ArrayRecordComponent") // a row, never compared
    record Row(long index, byte[] leaf, Entry.@Nullable Secret secret) {}

    /** What a witness signed over a tree of that size. */
    private record Cosignature(long size, String line) {}

    /** The published names of all ledgers in this database. */
    List<String> origins() {
        return jdbc.sql("select origin from usage_log order by log")
                .query((row, n) -> row.getString("origin"))
                .list();
    }

    /** The entries [first, end) that are there, in order; private parts are looked up one by one ({@code offset 0}). */
    List<Row> entries(int log, long first, long end) {
        return jdbc.sql("""
                select l.idx, l.leaf, p.salt, p.body
                  from usage_leaf l
                  left join lateral (select o.salt, o.body from usage_private o
                                      where o.month = l.private_month and o.id = l.private_id offset 0) p on true
                 where l.log = :log and l.idx >= :first and l.idx < :end
                 order by l.idx
                """)
                .param("log", log)
                .param("first", first)
                .param("end", end)
                .query((row, n) -> {
                    byte[] salt = row.getBytes("salt");
                    return new Row(
                            row.getLong("idx"),
                            row.getBytes("leaf"),
                            salt == null ? null : new Entry.Secret(salt, row.getBytes("body")));
                })
                .list();
    }

    /** The checkpoints over more than {@code after} and up to {@code upTo} entries, smallest first. */
    List<SignedCheckpoint> checkpoints(int log, long after, long upTo, int limit) {
        return jdbc.sql("""
                select size, at, note from usage_checkpoint
                 where log = :log and size > :after and size <= :upTo
                 order by size limit :limit
                """)
                .param("log", log)
                .param("after", after)
                .param("upTo", upTo)
                .param("limit", limit)
                .query((row, n) -> new SignedCheckpoint(
                        row.getLong("size"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("note")))
                .list();
    }

    /** What witnesses signed over those trees: the last line of each, by size. */
    Map<Long, List<String>> cosignatures(int log, long after, long upTo) {
        return jdbc
                .sql("""
                select distinct on (size, key) size, key, line from usage_cosignature
                 where log = :log and size > :after and size <= :upTo
                 order by size, key, at desc
                """)
                .param("log", log)
                .param("after", after)
                .param("upTo", upTo)
                .query((row, n) -> new Cosignature(row.getLong("size"), row.getString("line")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Cosignature::size, Collectors.mapping(Cosignature::line, Collectors.toList())));
    }
}
