package akashi.reorganization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files of imports, kept as they were sent. */
@Repository
class ImportSql {
    private final JdbcClient jdbc;

    ImportSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long keep(List<ImportFile> files, String by, Instant at) {
        long number = jdbc.sql("""
                insert into organization_import (sent_at, sent_by) values (:at, :by) returning number
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .query((row, _) -> row.getLong(1))
                .single();
        for (int position = 0; position < files.size(); position++) {
            jdbc.sql("""
                    insert into organization_import_file (import, position, name, content)
                    values (:import, :position, :name, :content)
                    """)
                    .param("import", number)
                    .param("position", position)
                    .param("name", files.get(position).name())
                    .param("content", files.get(position).content())
                    .update();
        }
        return number;
    }

    List<ImportFile> files(long number) {
        return jdbc.sql("""
                select name, content from organization_import_file where import = :import order by position
                """)
                .param("import", number)
                .query((row, _) -> new ImportFile(row.getString("name"), row.getBytes("content")))
                .list();
    }

    Optional<KeptImport> find(long number) {
        return jdbc.sql("""
                select number, sent_at, sent_by, applied_at, applied_by from organization_import where number = :number
                """).param("number", number).query(ImportSql::kept).optional();
    }

    List<KeptImport> latest() {
        return jdbc.sql("""
                select number, sent_at, sent_by, applied_at, applied_by
                  from organization_import
                 order by number desc
                 limit 20
                """).query(ImportSql::kept).list();
    }

    /** Whether this call is the one that marked it; false if it was applied already. */
    boolean applied(long number, long generation, String by, Instant at) {
        return jdbc.sql("""
                update organization_import set applied_at = :at, applied_by = :by, generation = :generation
                 where number = :number and applied_at is null
                """)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("generation", generation)
                        .param("number", number)
                        .update()
                == 1;
    }

    private static KeptImport kept(ResultSet row, int number) throws SQLException {
        var applied = row.getObject("applied_at", OffsetDateTime.class);
        return new KeptImport(
                row.getLong("number"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getString("sent_by"),
                applied == null ? null : applied.toInstant(),
                row.getString("applied_by"));
    }
}
