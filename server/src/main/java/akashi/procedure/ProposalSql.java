package akashi.procedure;

import akashi.operation.OperationCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proposals and what was done with them. */
@Repository
class ProposalSql {
    private final JdbcClient jdbc;

    ProposalSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes those who open proposals for an operation follow each other, until the end of the transaction. */
    void lock(OperationCode operation) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('akashi.procedure ' || :operation))")
                .param("operation", operation.value())
                .query((_, _) -> 0)
                .single();
    }

    /** The proposal that is open for an operation. */
    Optional<Long> openFor(OperationCode operation) {
        return jdbc.sql("select number from procedure_proposal where operation = :operation and closed_at is null")
                .param("operation", operation.value())
                .query((row, _) -> row.getLong("number"))
                .optional();
    }

    long add(Proposal proposal) {
        return jdbc.sql("""
                insert into procedure_proposal (kind, operation, section, title, reason, wished, definition, hash, base,
                       minor, important, stage, proposed_by, proposed_at)
                values (:kind, :operation, :section, :title, :reason, :wished, :definition, :hash, :base,
                       :minor, :important, :stage, :by, :at)
                returning number
                """)
                .param("kind", proposal.kind().name())
                .param("operation", proposal.operation().value())
                .param("section", proposal.section())
                .param("title", proposal.paper().title())
                .param("reason", proposal.paper().reason())
                .param("wished", proposal.paper().wished(), Types.DATE)
                .param("definition", proposal.content().yaml())
                .param("hash", proposal.content().hash())
                .param("base", proposal.content().base())
                .param("minor", proposal.minor())
                .param("important", proposal.important())
                .param("stage", proposal.stage().name())
                .param("by", proposal.times().proposedBy())
                .param("at", at(proposal.times().proposedAt()))
                .query((row, _) -> row.getLong("number"))
                .single();
    }

    /** Writes what is proposed anew; false where somebody was faster. */
    boolean write(Proposal proposal, String by) {
        return jdbc.sql("""
                update procedure_proposal
                   set title = :title, reason = :reason, wished = :wished, definition = :definition, hash = :hash,
                       base = :base, minor = :minor, important = :important, stage = :stage, proposed_by = :by,
                       version = version + 1
                 where number = :number and version = :version
                """)
                        .param("title", proposal.paper().title())
                        .param("reason", proposal.paper().reason())
                        .param("wished", proposal.paper().wished(), Types.DATE)
                        .param("definition", proposal.content().yaml())
                        .param("hash", proposal.content().hash())
                        .param("base", proposal.content().base())
                        .param("minor", proposal.minor())
                        .param("important", proposal.important())
                        .param("stage", proposal.stage().name())
                        .param("by", by)
                        .param("number", proposal.number())
                        .param("version", proposal.version())
                        .update()
                == 1;
    }

    /** Takes a proposal to a stage; false where somebody was faster. */
    boolean reach(
            Proposal proposal, Stage stage, boolean important, @Nullable Instant force, @Nullable Instant closed) {
        return jdbc.sql("""
                update procedure_proposal
                   set stage = :stage, important = :important, version = version + 1, closed_at = :closed::timestamptz,
                       takes_force = coalesce(:force::timestamptz, takes_force)
                 where number = :number and version = :version
                """)
                        .param("stage", stage.name())
                        .param("important", important)
                        .param("closed", closed == null ? null : at(closed), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("force", force == null ? null : at(force), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("number", proposal.number())
                        .param("version", proposal.version())
                        .update()
                == 1;
    }

    void note(long proposal, Move move, Stage stage, String hash, Who who, String paper, String note, Instant at) {
        jdbc.sql("""
                insert into procedure_move (proposal, seq, move, stage, hash, person, post, unit, paper, note, at)
                values (:proposal, (select count(*) + 1 from procedure_move where proposal = :proposal), :move, :stage,
                        :hash, :person, :post, :unit, :paper, :note, :at)
                """)
                .param("proposal", proposal)
                .param("move", move.name())
                .param("stage", stage.name())
                .param("hash", hash)
                .param("person", who.person())
                .param("post", who.post())
                .param("unit", who.unit())
                .param("paper", paper)
                .param("note", note)
                .param("at", at(at))
                .update();
    }

    /** Who makes a move, as codes. */
    record Who(String person, String post, String unit) {}

    Optional<Proposal> one(long number) {
        return jdbc.sql("""
                select number, kind, operation, section, title, reason, wished, definition, hash, base, minor,
                       important, stage, version, proposed_by, proposed_at, takes_force, closed_at
                  from procedure_proposal
                 where number = :number
                """)
                .param("number", number)
                .query(ProposalSql::proposal)
                .optional();
    }

    List<Proposal> latest(int limit) {
        return jdbc.sql("""
                select number, kind, operation, section, title, reason, wished, null as definition, hash, base, minor,
                       important, stage, version, proposed_by, proposed_at, takes_force, closed_at
                  from procedure_proposal
                 order by closed_at is not null, number desc
                 limit :limit
                """).param("limit", limit).query(ProposalSql::proposal).list();
    }

    /** Another one after every change of a proposal for a new operation. */
    record Mark(long proposals, long versions) {}

    Mark mark() {
        return jdbc.sql("""
                select count(*) as proposals, coalesce(sum(version), 0)::bigint as versions
                  from procedure_proposal
                 where kind = 'NEW'
                """)
                .query((row, _) -> new Mark(row.getLong("proposals"), row.getLong("versions")))
                .single();
    }

    /** The latest proposal that was to set up each operation, in the order of their codes. */
    List<Proposal> founding() {
        return jdbc.sql("""
                select distinct on (operation)
                       number, kind, operation, section, title, reason, wished, definition, hash, base, minor,
                       important, stage, version, proposed_by, proposed_at, takes_force, closed_at
                  from procedure_proposal
                 where kind = 'NEW'
                 order by operation, number desc
                """).query(ProposalSql::proposal).list();
    }

    /** Announced proposals whose date has come. */
    List<Long> due(Instant now) {
        return jdbc.sql("""
                select number from procedure_proposal where stage = 'ANNOUNCED' and takes_force <= :now order by number
                """)
                .param("now", at(now))
                .query((row, _) -> row.getLong("number"))
                .list();
    }

    List<Proposal.Made> moves(long number) {
        return jdbc.sql("""
                select seq, move, stage, hash, person, post, unit, paper, note, at
                  from procedure_move
                 where proposal = :number
                 order by seq
                """)
                .param("number", number)
                .query((row, _) -> new Proposal.Made(
                        row.getInt("seq"),
                        Move.valueOf(row.getString("move")),
                        Stage.of(row.getString("stage")),
                        row.getString("hash"),
                        row.getString("person"),
                        row.getString("post"),
                        row.getString("unit"),
                        row.getString("paper"),
                        row.getString("note"),
                        instant(row, "at")))
                .list();
    }

    /**
     * An answer about one content; the latest counts.
     *
     * @param why what whoever answered says for it; empty where nothing was asked
     */
    record Answer(String item, String answer, String person, String why, Instant at) {
        Answer(String item, String answer, String person, Instant at) {
            this(item, answer, person, "", at);
        }
    }

    void answer(long proposal, String hash, Answer answer) {
        jdbc.sql("""
                insert into procedure_answer (proposal, hash, item, answer, person, why, at)
                values (:proposal, :hash, :item, :answer, :person, :why, :at)
                """)
                .param("proposal", proposal)
                .param("hash", hash)
                .param("item", answer.item())
                .param("answer", answer.answer())
                .param("person", answer.person())
                .param("why", answer.why())
                .param("at", at(answer.at()))
                .update();
    }

    List<Answer> answers(long proposal, String hash) {
        return jdbc.sql("""
                select distinct on (item) item, answer, person, why, at
                  from procedure_answer
                 where proposal = :proposal and hash = :hash
                 order by item, at desc
                """)
                .param("proposal", proposal)
                .param("hash", hash)
                .query((row, _) -> new Answer(
                        row.getString("item"),
                        row.getString("answer"),
                        row.getString("person"),
                        row.getString("why"),
                        instant(row, "at")))
                .list();
    }

    private static Proposal proposal(ResultSet row, int n) throws SQLException {
        var force = row.getObject("takes_force", OffsetDateTime.class);
        var closed = row.getObject("closed_at", OffsetDateTime.class);
        return new Proposal(
                row.getLong("number"),
                Course.Kind.valueOf(row.getString("kind")),
                new OperationCode(row.getString("operation")),
                row.getString("section"),
                new Proposal.Paper(
                        row.getString("title"), row.getString("reason"), row.getObject("wished", LocalDate.class)),
                new Proposal.Content(row.getString("definition"), row.getString("hash"), row.getString("base")),
                row.getBoolean("minor"),
                row.getBoolean("important"),
                Stage.of(row.getString("stage")),
                row.getInt("version"),
                new Proposal.Times(
                        row.getString("proposed_by"),
                        instant(row, "proposed_at"),
                        force == null ? null : force.toInstant(),
                        closed == null ? null : closed.toInstant()));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
