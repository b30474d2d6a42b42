package akashi.procedure;

import akashi.access.Asker;
import akashi.calendar.JapaneseDates;
import akashi.operation.Drafts;
import akashi.operation.Enactment;
import akashi.operation.Enactment.Enacted;
import akashi.operation.OperationVersion.Close;
import akashi.procedure.ProposalSql.Who;
import akashi.review.Studies;
import akashi.usage.Actor;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes the steps of proposals within the caller's transaction: what each needs, what it leaves, what it puts in force.
 */
@Component
class Steps {
    /** Under which the number of the implementation rule is kept that a proposal goes with. */
    static final String RULE = "rule";

    /** Under which is kept whether the reviewer holds it for specially important, with the reason. */
    static final String IMPORTANT = "important";

    private final ProposalSql sql;
    private final Studies studies;
    private final Drafts drafts;
    private final Enactment enactment;
    private final Calls calls;
    private final UsageLog usage;
    private final Needs needs;
    private final RuleBook rules;
    private final Clock clock;

    Steps(
            ProposalSql sql,
            Studies studies,
            Drafts drafts,
            Enactment enactment,
            Calls calls,
            UsageLog usage,
            Needs needs,
            RuleBook rules,
            Clock clock) {
        this.sql = sql;
        this.studies = studies;
        this.drafts = drafts;
        this.enactment = enactment;
        this.calls = calls;
        this.usage = usage;
        this.needs = needs;
        this.rules = rules;
        this.clock = clock;
    }

    /** A proposal was written, for the first time or anew; the rules say whether it is minor. */
    void written(long number, Proposal proposal, Asker asker, Use.Ruling ruling) {
        Instant now = clock.instant();
        var study = proposal.study(studies);
        var minor = study.minor();
        if (minor != null) {
            minor.answers()
                    .forEach((question, yes) -> sql.answer(
                            number,
                            proposal.content().hash(),
                            new ProposalSql.Answer("minor." + question, yes ? "YES" : "NO", "rules", now)));
        }
        var importance = study.importance();
        if (importance != null) {
            importance
                    .answers()
                    .forEach((ground, yes) -> sql.answer(
                            number,
                            proposal.content().hash(),
                            new ProposalSql.Answer("important." + ground, yes ? "YES" : "NO", "rules", now)));
        }
        note(number, proposal, Move.EDIT, Stage.Open.DRAFT, asker, "", "", ruling);
        calls.of(number, proposal);
    }

    Outcome take(Asker asker, Proposal.Whole whole, Move move, Given given, Use.Ruling ruling) {
        var proposal = whole.proposal();
        var lacking = needs.lacking(proposal, move, given);
        if (lacking.isPresent()) {
            return lacking.get();
        }
        Instant now = clock.instant();
        boolean important = switch (move) {
            case REVIEW -> given.judged().important();
            case SEND_BACK -> proposal.study(studies).important();
            case EDIT,
                    CONSULT,
                    REQUEST,
                    DELIBERATE,
                    DECIDE,
                    TEST,
                    RULE,
                    TRAIN,
                    ANNOUNCE,
                    FORCE,
                    REFUSE,
                    WITHDRAW,
                    BACK_OUT -> proposal.important();
        };
        var after = new Course(proposal.kind(), proposal.minor(), important)
                .after(proposal.stage(), move)
                .orElseThrow();
        @Nullable Instant force = null;
        switch (move) {
            case ANNOUNCE, BACK_OUT -> {
                switch (enact(asker.actor(), whole, move, given)) {
                    case Enacted.From(var instant) -> force = move == Move.ANNOUNCE ? instant : null;
                    case Enacted.Moved _ -> {
                        return Outcome.Refused.of("moved");
                    }
                    case Enacted.Awaited(var instant) -> {
                        return Outcome.Refused.of(
                                "awaited", JapaneseDates.dateOf(instant).toString());
                    }
                }
            }
            case WITHDRAW -> {
                if (proposal.stage() == Stage.Open.ANNOUNCED
                        && !enactment.callOff(proposal.operation(), order(asker.actor(), given.paper()))) {
                    return Outcome.Refused.of("in-force");
                }
            }
            case EDIT, CONSULT, REQUEST, REVIEW, DELIBERATE, DECIDE, TEST, RULE, TRAIN, FORCE, SEND_BACK, REFUSE -> {}
        }
        String paper = answers(proposal, move, given, asker, now);
        if (!sql.reach(proposal, after, important, force, after instanceof Stage.Closed ? now : null)) {
            return Outcome.Refused.of("stale");
        }
        note(
                proposal.number(),
                proposal,
                move,
                after,
                asker,
                paper,
                given.note().strip(),
                ruling);
        calls.of(proposal.number(), sql.one(proposal.number()).orElseThrow());
        return new Outcome.Done(proposal.number(), after);
    }

    /** The date has come. */
    Outcome force(Proposal proposal, Actor by) {
        Instant now = clock.instant();
        if (!sql.reach(proposal, Stage.Closed.IN_FORCE, proposal.important(), null, now)) {
            return Outcome.Refused.of("stale");
        }
        sql.note(
                proposal.number(),
                Move.FORCE,
                Stage.Closed.IN_FORCE,
                proposal.content().hash(),
                new Who(by.staffNumber(), by.post(), by.unit()),
                "",
                "",
                now);
        var _ = usage.record(stated(proposal, Use.of("PROCEDURE_MOVE", by), Move.FORCE, Stage.Closed.IN_FORCE));
        calls.of(proposal.number(), sql.one(proposal.number()).orElseThrow());
        return new Outcome.Done(proposal.number(), Stage.Closed.IN_FORCE);
    }

    private Enacted enact(Actor by, Proposal.Whole whole, Move move, Given given) {
        var proposal = whole.proposal();
        var content = proposal.content();
        var code = proposal.operation();
        if (move == Move.BACK_OUT) {
            String base = content.base();
            var order = order(by, given.paper());
            return base == null
                    ? enactment.end(code, content.hash(), clock.instant(), Close.SUSPENDED, order)
                    : enactment.begin(drafts.earlier(code, base).orElseThrow(), content.hash(), clock.instant(), order);
        }
        String decision = whole.made(Move.DECIDE)
                .map(Proposal.Made::paper)
                .orElseThrow(() -> new IllegalStateException(
                        "Proposal " + proposal.number() + " must have been decided before it is announced"));
        var order = order(by, decision);
        Instant from = from(given);
        return switch (proposal.kind()) {
            case NEW, CHANGE -> {
                var draft = proposal.study(studies).draft();
                if (draft == null) {
                    throw new IllegalStateException("Proposal " + proposal.number() + " must have a sound definition");
                }
                yield enactment.begin(draft, content.base(), from, order);
            }
            case RESUME -> enactment.begin(drafts.earlier(code, content.hash()).orElseThrow(), null, from, order);
            case SUSPEND -> enactment.end(code, content.hash(), from, Close.SUSPENDED, order);
            case ABOLISH -> enactment.end(code, content.hash(), from, Close.ABOLISHED, order);
            case TRANSFER -> enactment.end(code, content.hash(), from, Close.TRANSFERRED, order);
        };
    }

    /** Midnight in Japan of the day given; a day that has begun stands for now. */
    private Instant from(Given given) {
        var date = given.date();
        return date == null
                ? clock.instant()
                : date.atStartOfDay(JapaneseDates.ZONE).toInstant();
    }

    private static Enactment.Order order(Actor by, String paper) {
        return new Enactment.Order(paper.isBlank() ? "-" : paper.strip(), by);
    }

    /** Keeps what was answered with a move, and says which document it rests on. */
    private String answers(Proposal proposal, Move move, Given given, Asker asker, Instant now) {
        String hash = proposal.content().hash();
        if (move == Move.REVIEW) {
            given.judged()
                    .answered()
                    .forEach(item -> sql.answer(
                            proposal.number(),
                            hash,
                            new ProposalSql.Answer("review." + item, "YES", asker.staffNumber(), now)));
        }
        if (move == Move.REVIEW) {
            sql.answer(
                    proposal.number(),
                    hash,
                    new ProposalSql.Answer(
                            IMPORTANT,
                            given.judged().important() ? "YES" : "NO",
                            asker.staffNumber(),
                            given.judged().why().strip(),
                            now));
        }
        if (move == Move.TEST) {
            proposal.study(studies).changed().stream()
                    .filter(one ->
                            given.judged().signed().contains(one.question().number()))
                    .forEach(one -> sql.answer(
                            proposal.number(),
                            hash,
                            new ProposalSql.Answer(one.item(), one.signature(), asker.staffNumber(), now)));
        }
        var rule = move == Move.RULE ? rules.of(proposal).rule() : null;
        if (rule == null) {
            return given.paper().strip();
        }
        sql.answer(
                proposal.number(),
                hash,
                new ProposalSql.Answer(RULE, Long.toString(rule.id()), asker.staffNumber(), now));
        return rule.number();
    }

    private void note(
            long number,
            Proposal proposal,
            Move move,
            Stage stage,
            Asker asker,
            String paper,
            String note,
            Use.Ruling ruling) {
        var actor = asker.actor();
        sql.note(
                number,
                move,
                stage,
                proposal.content().hash(),
                new Who(actor.staffNumber(), actor.post(), actor.unit()),
                paper,
                note,
                clock.instant());
        var use = Use.of(move == Move.EDIT ? "PROCEDURE_PROPOSE" : "PROCEDURE_MOVE", actor)
                .decided(ruling)
                .stating("proposal", Long.toString(number))
                .noting(note);
        var _ = usage.record(stated(proposal, paper.isEmpty() ? use : use.stating("paper", paper), move, stage));
    }

    private static Use stated(Proposal proposal, Use use, Move move, Stage stage) {
        return use.in(proposal.operation().value(), proposal.content().hash())
                .stating("kind", proposal.kind().name())
                .stating("move", move.name())
                .stating("stage", stage.name());
    }
}
