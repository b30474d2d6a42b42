package akashi.procedure;

import akashi.review.Finding;
import akashi.review.Studies;
import akashi.review.Study;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a move of a proposal needs and has not. Asks, and changes nothing. */
@Component
class Needs {
    private static final int SHORTEST = 3;

    private final ProposalSql sql;
    private final Studies studies;
    private final RuleBook rules;
    private final List<TrainingReady> trainings;

    Needs(ProposalSql sql, Studies studies, RuleBook rules, List<TrainingReady> trainings) {
        this.sql = sql;
        this.studies = studies;
        this.rules = rules;
        this.trainings = List.copyOf(trainings);
    }

    /** Why a move cannot be made as it was given; empty where nothing is lacking. */
    Optional<Outcome> lacking(Proposal proposal, Move move, Given given) {
        if (move.papered() && given.paper().strip().length() < SHORTEST) {
            return refused("paper");
        }
        if (move.reasoned() && given.note().strip().length() < SHORTEST) {
            return refused("note");
        }
        boolean studied = move == Move.REQUEST || move.approves() || move == Move.TEST || move == Move.ANNOUNCE;
        return (studied ? study(proposal, move, given) : Optional.<Outcome>empty())
                .or(() -> step(proposal, move, given));
    }

    /** What the program finds about the content must allow the move. */
    private Optional<Outcome> study(Proposal proposal, Move move, Given given) {
        var study = proposal.study(studies);
        if (study.faulty()) {
            return Optional.of(new Outcome.Faulty(study.faults()));
        }
        var draft = study.draft();
        if (draft != null && !draft.hash().equals(proposal.content().hash())) {
            return refused("content");
        }
        if (!study.blocking().isEmpty()) {
            return refused("blocked", study.blocking().size());
        }
        var minor = study.minor();
        if (proposal.minor() && minor != null && !minor.minor()) {
            return refused("minor-touched");
        }
        if (move == Move.TEST
                && study.changed().stream()
                        .anyMatch(one ->
                                !given.judged().signed().contains(one.question().number()))) {
            return refused("golden", study.changed().size());
        }
        return move == Move.ANNOUNCE && unsigned(proposal, study) ? refused("golden-anew") : Optional.empty();
    }

    /** What a step itself asks for. */
    private Optional<Outcome> step(Proposal proposal, Move move, Given given) {
        return switch (move) {
            case REVIEW -> review(proposal, given, proposal.study(studies).important());
            case RULE -> rule(proposal, given);
            case TRAIN ->
                trainings.stream()
                                .allMatch(training -> training.ready(
                                        proposal.operation(), proposal.content().hash()))
                        ? Optional.empty()
                        : refused("training");
            case ANNOUNCE ->
                proposal.course().required().contains(Move.RULE) && !rules.laid(proposal.operation(), given.date())
                        ? refused("rule-day", rules.day(given.date()))
                        : Optional.empty();
            case EDIT, CONSULT, REQUEST, DELIBERATE, DECIDE, TEST, FORCE, SEND_BACK, REFUSE, WITHDRAW, BACK_OUT ->
                Optional.empty();
        };
    }

    /** Who holds for important what the rules do not, or the other way round, says why. */
    private static Optional<Outcome> review(Proposal proposal, Given given, boolean ruled) {
        var judged = given.judged();
        if (proposal.kind().defines() && judged.answered().size() < Finding.Manual.values().length) {
            return refused("answers", Finding.Manual.values().length);
        }
        return judged.important() != ruled && judged.why().strip().length() < SHORTEST
                ? refused(ruled ? "important-lowered" : "important-raised")
                : Optional.empty();
    }

    private Optional<Outcome> rule(Proposal proposal, Given given) {
        var laid = rules.of(proposal);
        var rule = laid.rule();
        if (rule == null) {
            return refused("rule", laid.day());
        }
        return laid.same() && !given.judged().fits() ? refused("rule-fits", rule.number()) : Optional.empty();
    }

    /** Whether an answer changes otherwise than it was signed off at the test. */
    private boolean unsigned(Proposal proposal, Study study) {
        var signed = sql.answers(proposal.number(), proposal.content().hash());
        return study.changed().stream()
                .anyMatch(one -> signed.stream()
                        .noneMatch(answer -> answer.item().equals(one.item())
                                && answer.answer().equals(one.signature())));
    }

    private static Optional<Outcome> refused(String key, Object... args) {
        return Optional.of(Outcome.Refused.of(key, args));
    }
}
