package akashi.procedure;

import akashi.access.Asker;
import akashi.operation.Comparison;
import akashi.operation.Difference;
import akashi.procedure.ProposalPage.Ask;
import akashi.procedure.ProposalPage.Checked;
import akashi.procedure.ProposalPage.Minor;
import akashi.procedure.ProposalPage.Weighed;
import akashi.review.Finding;
import akashi.review.Importance;
import akashi.review.MinorChange;
import akashi.review.Studies;
import akashi.review.Study;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says a proposal in words for whoever looks at it. */
@Component
class ProposalView {
    private static final int MOST = 300;

    private final Proposals proposals;
    private final Studies studies;
    private final RuleBook rules;
    private final Sight sight;

    ProposalView(Proposals proposals, Studies studies, RuleBook rules, Sight sight) {
        this.proposals = proposals;
        this.studies = studies;
        this.rules = rules;
        this.sight = sight;
    }

    ProposalPage of(Proposal.Whole whole, Asker asker, Locale language) {
        return of(whole, asker, language, ProposalPage.Typed.NOTHING, null);
    }

    /** The same after a move that was refused. */
    ProposalPage of(
            Proposal.Whole whole, Asker asker, Locale language, ProposalPage.Typed typed, @Nullable String error) {
        var proposal = whole.proposal();
        boolean over = !proposal.open() && proposal.stage() != Stage.Closed.IN_FORCE;
        var study = over || proposal.stage() == Stage.Closed.IN_FORCE ? null : proposal.study(studies);
        var answers = proposals.answers(proposal);
        return new ProposalPage(
                whole,
                words(whole, language),
                new ProposalPage.Seen(
                        answered(answers),
                        proposal.stage() == Stage.Open.ANNOUNCED,
                        proposal.next().equals(Optional.of(Move.RULE)) ? rules.of(proposal) : null,
                        named(answers)),
                offered(whole, asker),
                study == null ? over(proposal, answers, language) : said(study, answers, language),
                typed,
                error);
    }

    private ProposalPage.Words words(Proposal.Whole whole, Locale language) {
        var proposal = whole.proposal();
        var stamps = new ArrayList<ProposalPage.Stamp>();
        for (Move move : proposal.course().required()) {
            if (move == Move.FORCE) {
                continue;
            }
            var made = whole.made(move).orElse(null);
            stamps.add(new ProposalPage.Stamp(move, made == null ? null : sight.person(made.person(), language), made));
        }
        return new ProposalPage.Words(
                sight.operation(proposal.operation(), language),
                !sight.operations().history(proposal.operation()).isEmpty(),
                sight.unit(proposal.section(), language),
                sight.person(proposal.times().proposedBy(), language),
                stamps,
                whole.moves().stream()
                        .map(made -> new ProposalPage.Line(made, sight.person(made.person(), language)))
                        .toList());
    }

    private Set<Move> offered(Proposal.Whole whole, Asker asker) {
        var offered = EnumSet.noneOf(Move.class);
        var today = sight.organization().roster();
        for (Move move : Move.values()) {
            if (Permit.offers(whole, move, asker, today)) {
                offered.add(move);
            }
        }
        return offered;
    }

    private ProposalPage.Said said(Study study, List<ProposalSql.Answer> answers, Locale language) {
        return new ProposalPage.Said(
                weighed(study.comparison(), language),
                study.findings().stream()
                        .map(finding -> new Checked(
                                finding,
                                finding.text(sight.messages(), language),
                                finding.way(sight.messages(), language)))
                        .toList(),
                sight.faults(study.faults(), language),
                study.golden().stream()
                        .map(one -> new Ask(
                                one,
                                one.saidBefore(sight.messages(), language),
                                one.saidAfter(sight.messages(), language),
                                answers.stream()
                                        .anyMatch(answer -> answer.item().equals(one.item())
                                                && answer.answer().equals(one.signature()))))
                        .toList(),
                minor(answers),
                weight(answers, language),
                touched(study, language));
    }

    /** What stays to be said of a proposal that is over: what it was to change, and what was answered about it. */
    private ProposalPage.Said over(Proposal proposal, List<ProposalSql.Answer> answers, Locale language) {
        var content = proposal.content();
        var differences = content.yaml() == null
                ? List.<Weighed>of()
                : weighed(studies.past(content.yaml(), proposal.operation(), content.hash(), content.base()), language);
        return new ProposalPage.Said(
                differences, List.of(), List.of(), List.of(), minor(answers), weight(answers, language), List.of());
    }

    private ProposalPage.Weight weight(List<ProposalSql.Answer> answers, Locale language) {
        var rules = new EnumMap<Importance.Ground, Boolean>(Importance.Ground.class);
        for (var ground : Importance.Ground.values()) {
            answers.stream()
                    .filter(answer -> answer.item().equals("important." + ground))
                    .forEach(answer -> rules.put(ground, answer.answer().equals("YES")));
        }
        var said = answers.stream()
                .filter(answer -> answer.item().equals(Steps.IMPORTANT))
                .filter(answer -> answer.answer().equals("YES") != rules.containsValue(true))
                .findFirst();
        return new ProposalPage.Weight(
                rules,
                said.map(answer -> sight.person(answer.person(), language)).orElse(null),
                said.map(ProposalSql.Answer::why).orElse(""));
    }

    private List<Weighed> weighed(Comparison comparison, Locale language) {
        return comparison.differences().stream()
                .sorted(java.util.Comparator.comparing(Difference::weight))
                .limit(MOST)
                .map(difference -> new Weighed(
                        difference.weight().name().replace('_', '-').toLowerCase(Locale.ROOT),
                        difference.text(sight.messages(), language)))
                .toList();
    }

    /** Other operations that are linked with this one, on either side. */
    private List<String> touched(Study study, Locale language) {
        var draft = study.draft();
        var before = study.before();
        var own = draft != null ? draft.definition() : before == null ? null : before.definition();
        if (own == null) {
            return List.of();
        }
        var code = own.code();
        var named = new java.util.TreeSet<String>();
        own.documents().stream()
                .flatMap(document -> document.matching().counterparts().stream())
                .filter(link -> !link.operation().equals(code))
                .forEach(link -> named.add(sight.operation(link.operation(), language)));
        sight.operations().inForce().stream()
                .filter(other -> !other.code().equals(code))
                .filter(other -> other.definition().documents().stream()
                        .flatMap(document -> document.matching().counterparts().stream())
                        .anyMatch(link -> link.operation().equals(code)))
                .forEach(other -> named.add(other.definition().name().in(language.getLanguage())));
        return List.copyOf(named);
    }

    private static List<Minor> minor(List<ProposalSql.Answer> answers) {
        var minor = new ArrayList<Minor>();
        for (var question : MinorChange.Question.values()) {
            answers.stream()
                    .filter(answer -> answer.item().equals("minor." + question))
                    .forEach(answer ->
                            minor.add(new Minor(question, answer.answer().equals("YES"))));
        }
        return minor;
    }

    /** The page of the implementation rule the proposal goes with. */
    private static @Nullable String named(List<ProposalSql.Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.item().equals(Steps.RULE))
                .map(answer -> "/rules/" + answer.answer())
                .findFirst()
                .orElse(null);
    }

    private static Set<Finding.Manual> answered(List<ProposalSql.Answer> answers) {
        var answered = EnumSet.noneOf(Finding.Manual.class);
        for (var item : Finding.Manual.values()) {
            if (answers.stream().anyMatch(answer -> answer.item().equals("review." + item))) {
                answered.add(item);
            }
        }
        return answered;
    }
}
