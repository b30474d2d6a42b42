package akashi.procedure;

import akashi.access.Asker;
import akashi.operation.OperationCode;
import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.operation.Operations.Standing;
import akashi.organization.Organization;
import akashi.organization.PostClass;
import akashi.review.MinorChange;
import akashi.review.Studies;
import akashi.usage.Actor;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.web.Patience;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Proposals, from being written to being withdrawn or in force. Each change is one transaction with its entry on the
 * log; a refusal changes nothing and says what to do.
 */
@Service
class Proposals {
    private static final int SHOWN = 200;

    private final ProposalSql sql;
    private final Studies studies;
    private final Steps steps;
    private final Operations operations;
    private final Organization organization;
    private final NewOperations founding;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Proposals(
            ProposalSql sql,
            Studies studies,
            Steps steps,
            Operations operations,
            Organization organization,
            NewOperations founding,
            UsageLog usage,
            TransactionTemplate transaction,
            Clock clock) {
        this.sql = sql;
        this.studies = studies;
        this.steps = steps;
        this.operations = operations;
        this.organization = organization;
        this.founding = founding;
        this.usage = usage;
        this.transaction = transaction;
        this.clock = clock;
    }

    List<Proposal.Whole> latest() {
        return sql.latest(SHOWN).stream()
                .map(proposal -> new Proposal.Whole(proposal, sql.moves(proposal.number())))
                .toList();
    }

    Optional<Proposal.Whole> one(long number) {
        return sql.one(number).map(proposal -> new Proposal.Whole(proposal, sql.moves(number)));
    }

    List<ProposalSql.Answer> answers(Proposal proposal) {
        return sql.answers(proposal.number(), proposal.content().hash());
    }

    /** Opens a proposal; one for an operation at a time. */
    Outcome propose(Asker asker, Wish wish, Use.Ruling ruling) {
        return switch (content(asker, wish)) {
            case Read.Wrong(var outcome) -> outcome;
            case Read.Fit fit -> run(() -> open(asker, wish, fit, ruling));
        };
    }

    /** Writes a proposal anew: whatever was agreed, reviewed or decided about it falls. */
    Outcome edit(Asker asker, Proposal.Whole whole, int version, Wish wish, Use.Ruling ruling) {
        var refused = Permit.refusal(whole, Move.EDIT, asker, organization.roster());
        if (refused.isPresent()) {
            return refused.get();
        }
        var proposal = whole.proposal();
        if (proposal.course().after(proposal.stage(), Move.EDIT).isEmpty() || proposal.version() != version) {
            return Outcome.Refused.of("stale");
        }
        return switch (content(asker, wish)) {
            case Read.Wrong(var outcome) -> outcome;
            case Read.Fit fit
            when !fit.operation().equals(proposal.operation()) ->
                Outcome.Refused.of("other-operation", proposal.operation().value());
            case Read.Fit fit -> run(() -> write(asker, proposal, wish, fit, ruling));
        };
    }

    /** Makes a move. */
    Outcome move(Asker asker, Proposal.Whole whole, Move move, Given given, Use.Ruling ruling) {
        var proposal = whole.proposal();
        var refused = Permit.refusal(whole, move, asker, organization.roster());
        if (refused.isPresent()) {
            return refused.get();
        }
        if (proposal.version() != given.version()
                || proposal.course().after(proposal.stage(), move).isEmpty()) {
            return Outcome.Refused.of("stale");
        }
        if (!proposal.content().hash().equals(given.hash())) {
            return Outcome.Refused.of("content");
        }
        return run(() -> steps.take(asker, whole, move, given, ruling));
    }

    private Outcome open(Asker asker, Wish wish, Read.Fit fit, Use.Ruling ruling) {
        sql.lock(fit.operation());
        var other = sql.openFor(fit.operation());
        if (other.isPresent()) {
            return Outcome.Refused.of("one-open", fit.operation().value(), Long.toString(other.get()));
        }
        var proposal = proposal(0, 1, asker, wish, fit);
        long number = sql.add(proposal);
        steps.written(number, proposal, asker, ruling);
        return new Outcome.Done(number, proposal.stage());
    }

    private Outcome write(Asker asker, Proposal before, Wish wish, Read.Fit fit, Use.Ruling ruling) {
        var proposal = proposal(before.number(), before.version(), asker, wish, fit);
        if (!sql.write(proposal, asker.staffNumber())) {
            return Outcome.Refused.of("stale");
        }
        steps.written(before.number(), sql.one(before.number()).orElseThrow(), asker, ruling);
        return new Outcome.Done(before.number(), proposal.stage());
    }

    private Proposal proposal(long number, int version, Asker asker, Wish wish, Read.Fit fit) {
        return new Proposal(
                number,
                wish.kind(),
                fit.operation(),
                fit.section(),
                new Proposal.Paper(wish.title().strip(), wish.reason().strip(), wish.wished()),
                fit.content(),
                fit.minor() != null && fit.minor().minor(),
                fit.important(),
                Stage.Open.DRAFT,
                version,
                new Proposal.Times(asker.staffNumber(), clock.instant(), null, null));
    }

    /** What a wish comes to. */
    private sealed interface Read {
        record Fit(
                OperationCode operation,
                String section,
                Proposal.Content content,
                @org.jspecify.annotations.Nullable MinorChange minor,
                boolean important)
                implements Read {}

        record Wrong(Outcome outcome) implements Read {}
    }

    private Read content(Asker asker, Wish wish) {
        var read = wish.kind().defines() ? definition(asker, wish) : standing(wish);
        if (read instanceof Read.Fit fit
                && asker.charges().noneMatch(office -> Permit.holds(Move.Role.SECTION, office, fit.section()))) {
            return wrong("section", fit.section());
        }
        return read;
    }

    private Read definition(Asker asker, Wish wish) {
        var code = wish.kind() == Course.Kind.NEW ? null : wish.operation();
        if (wish.kind() == Course.Kind.CHANGE && (code == null || operations.standing(code) != Standing.IN_FORCE)) {
            return wrong("not-in-force");
        }
        var study = studies.definition(wish.yaml(), code, asker.staffNumber());
        var draft = study.draft();
        if (draft == null) {
            return new Read.Wrong(new Outcome.Faulty(study.faults()));
        }
        var before = study.before();
        if (before != null && before.hash().equals(draft.hash())) {
            return wrong("unchanged");
        }
        String section = before == null
                ? draft.definition().management().section()
                : before.definition().management().section();
        return new Read.Fit(
                draft.code(),
                section,
                new Proposal.Content(wish.yaml(), draft.hash(), before == null ? null : before.hash()),
                study.minor(),
                study.important());
    }

    private Read standing(Wish wish) {
        var code = wish.operation();
        if (code == null) {
            return wrong("not-in-force");
        }
        if (wish.kind() == Course.Kind.RESUME) {
            return operations.standing(code) == Standing.SUSPENDED
                    ? fit(operations.history(code).getFirst(), false)
                    : wrong("not-suspended");
        }
        return operations.byCode(code).map(version -> fit(version, true)).orElseGet(() -> wrong("not-in-force"));
    }

    private static Read fit(OperationVersion version, boolean inForce) {
        return new Read.Fit(
                version.code(),
                version.definition().management().section(),
                new Proposal.Content(null, version.hash(), inForce ? version.hash() : null),
                null,
                false);
    }

    private static Read wrong(String key, Object... args) {
        return new Read.Wrong(Outcome.Refused.of(key, args));
    }

    /** In one transaction, which is rolled back where it comes to a refusal. */
    private Outcome run(Supplier<Outcome> change) {
        var outcome = Patience.longer(() -> transaction.<Outcome>execute(status -> {
            var came = change.get();
            if (!(came instanceof Outcome.Done)) {
                status.setRollbackOnly();
            }
            return came;
        }));
        founding.stale();
        if (outcome == null) {
            throw new IllegalStateException("A change of a proposal must come to something");
        }
        return outcome;
    }

    /** Notes that announced proposals took force, on one node each. */
    void force(Instant now) {
        for (long number : sql.due(now)) {
            var _ = run(() -> {
                var proposal = sql.one(number).orElseThrow();
                if (proposal.stage() != Stage.Open.ANNOUNCED) {
                    return Outcome.Refused.of("stale");
                }
                return steps.force(proposal, Actor.system("procedure"));
            });
        }
    }

    /** Whether somebody heads a managing section, and may propose. */
    boolean mayPropose(Asker asker) {
        return asker.holds(PostClass.SECTION_HEAD);
    }

    UsageLog usage() {
        return usage;
    }
}
