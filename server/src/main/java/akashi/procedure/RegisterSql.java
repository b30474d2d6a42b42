package akashi.procedure;

import akashi.operation.OperationCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The registers beside the proposals: golden questions, scope, releases. */
@Repository
class RegisterSql {
    private final JdbcClient jdbc;

    RegisterSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Golden> golden(OperationCode operation) {
        return jdbc.sql("""
                select number, operation, title, document, says, kind, asked, kept_by, kept_at
                  from procedure_golden
                 where operation = :operation and retired_at is null
                 order by number
                """)
                .param("operation", operation.value())
                .query((row, _) -> new Golden(
                        row.getLong("number"),
                        new OperationCode(row.getString("operation")),
                        row.getString("title"),
                        row.getString("document"),
                        row.getString("says"),
                        Golden.Kind.valueOf(row.getString("kind")),
                        row.getString("asked"),
                        row.getString("kept_by"),
                        ProposalSql.instant(row, "kept_at")))
                .list();
    }

    long add(Golden golden) {
        return jdbc.sql("""
                insert into procedure_golden (operation, title, document, says, kind, asked, kept_by, kept_at)
                values (:operation, :title, :document, :says, :kind, :asked, :by, :at)
                returning number
                """)
                .param("operation", golden.operation().value())
                .param("title", golden.title())
                .param("document", golden.document())
                .param("says", golden.says())
                .param("kind", golden.kind().name())
                .param("asked", golden.asked())
                .param("by", golden.keptBy())
                .param("at", ProposalSql.at(golden.keptAt()))
                .query((row, _) -> row.getLong("number"))
                .single();
    }

    boolean retire(OperationCode operation, long number, Instant at) {
        return jdbc.sql("""
                update procedure_golden
                   set retired_at = :at
                 where operation = :operation and number = :number and retired_at is null
                """)
                        .param("at", ProposalSql.at(at))
                        .param("operation", operation.value())
                        .param("number", number)
                        .update()
                == 1;
    }

    /** A system or kind of document, and why it belongs to the police information management system or does not. */
    record Scoped(
            long number,
            String name,
            Kind kind,
            String section,
            Ground ground,
            String reason,
            String paper,
            LocalDate since,
            String keptBy) {
        enum Kind {
            SYSTEM,
            DOCUMENT
        }

        /** The Directive, Article 2 (1) and (2). */
        enum Ground {
            /** The national system with the terminals the prefecture sets up for it (2条1号). */
            NATIONAL,
            /** Connected to the national system (2条2号前段). */
            CONNECTED,
            /** Designated by the chief of police HQ as needing special management (2条2号後段). */
            DESIGNATED,
            /** Not part of it (対象外). */
            OUTSIDE
        }
    }

    List<Scoped> scope() {
        return jdbc.sql("""
                select number, name, kind, section, ground, reason, paper, since, kept_by
                  from procedure_scope
                 where ended_at is null
                 order by ground = 'OUTSIDE', kind desc, name
                """)
                .query((row, _) -> new Scoped(
                        row.getLong("number"),
                        row.getString("name"),
                        Scoped.Kind.valueOf(row.getString("kind")),
                        row.getString("section"),
                        Scoped.Ground.valueOf(row.getString("ground")),
                        row.getString("reason"),
                        row.getString("paper"),
                        row.getObject("since", LocalDate.class),
                        row.getString("kept_by")))
                .list();
    }

    void add(Scoped scoped, Instant at) {
        jdbc.sql("""
                insert into procedure_scope (name, kind, section, ground, reason, paper, since, kept_by, kept_at)
                values (:name, :kind, :section, :ground, :reason, :paper, :since, :by, :at)
                """)
                .param("name", scoped.name())
                .param("kind", scoped.kind().name())
                .param("section", scoped.section())
                .param("ground", scoped.ground().name())
                .param("reason", scoped.reason())
                .param("paper", scoped.paper())
                .param("since", scoped.since())
                .param("by", scoped.keptBy())
                .param("at", ProposalSql.at(at))
                .update();
    }

    boolean endScope(long number, Instant at) {
        return jdbc.sql("update procedure_scope set ended_at = :at where number = :number and ended_at is null")
                        .param("at", ProposalSql.at(at))
                        .param("number", number)
                        .update()
                == 1;
    }

    /** A release of the program. */
    record Release(
            long number,
            String version,
            String changes,
            String documents,
            String golden,
            String backOut,
            String writtenBy,
            Instant writtenAt,
            @Nullable String signedBy,
            @Nullable Instant signedAt,
            @Nullable Instant backedOutAt,
            @Nullable String backOutReason) {}

    List<Release> releases() {
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
                        ProposalSql.instant(row, "written_at"),
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
                .param("at", ProposalSql.at(release.writtenAt()))
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
                        .param("at", ProposalSql.at(at))
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
                        .param("at", ProposalSql.at(at))
                        .param("reason", reason)
                        .param("number", number)
                        .update()
                == 1;
    }

    private static @Nullable Instant when(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
