package akashi.inventory;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReleaseSql {
    private final JdbcClient jdbc;

    ReleaseSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Release> all() {
        return jdbc.sql("""
                select number, version, changes, documents, golden, back_out, written_by, written_at, signed_by,
                       signed_at, backed_out_at, back_out_reason
                  from procedure_release
                 order by number desc
                """)
                .query((row, _) -> new Release(
                        row.getLong("number"),
                        row.getString("version"),
                        row.getString("changes"),
                        row.getString("documents"),
                        row.getString("golden"),
                        row.getString("back_out"),
                        row.getString("written_by"),
                        row.getObject("written_at", OffsetDateTime.class).toInstant(),
                        row.getString("signed_by"),
                        when(row.getObject("signed_at", OffsetDateTime.class)),
                        when(row.getObject("backed_out_at", OffsetDateTime.class)),
                        row.getString("back_out_reason")))
                .list();
    }

    long add(Release release) {
        return jdbc.sql("""
                insert into procedure_release (version, changes, documents, golden, back_out, written_by, written_at)
                values (:version, :changes, :documents, :golden, :backOut, :by, :at)
                returning number
                """)
                .param("version", release.version())
                .param("changes", release.changes())
                .param("documents", release.documents())
                .param("golden", release.golden())
                .param("backOut", release.backOut())
                .param("by", release.writtenBy())
                .param("at", release.writtenAt().atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong("number"))
                .single();
    }

    /** Signs a release off; false where somebody did, or where it is the writer. */
    boolean sign(long number, String by, Instant at) {
        return jdbc.sql("""
                update procedure_release
                   set signed_by = :by, signed_at = :at
                 where number = :number and signed_by is null and written_by <> :by
                """)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("number", number)
                        .update()
                == 1;
    }

    boolean backOut(long number, String by, String reason, Instant at) {
        return jdbc.sql("""
                update procedure_release
                   set backed_out_by = :by, backed_out_at = :at, back_out_reason = :reason
                 where number = :number and signed_by is not null and backed_out_at is null
                """)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("reason", reason)
                        .param("number", number)
                        .update()
                == 1;
    }

    private static @Nullable Instant when(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
