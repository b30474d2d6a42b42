package akashi.procedure;

import akashi.review.Finding;
import akashi.review.Golden;
import akashi.review.Importance;
import akashi.review.MinorChange;
import akashi.web.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One proposal: its course, what it changes, what the review found, who decided what, and what the viewer may do. */
record ProposalPage(
        Proposal.Whole whole,
        Words words,
        Seen seen,
        Set<Move> offered,
        Said said,
        Typed typed,
        @Nullable String error) implements Page {
    ProposalPage {
        offered = Set.copyOf(offered);
    }

    /** @param registered whether the register has the operation; else it is new */
    record Words(
            String operation,
            boolean registered,
            String section,
            String proposer,
            List<Stamp> stamps,
            List<Line> history) {
        Words {
            stamps = List.copyOf(stamps);
            history = List.copyOf(history);
        }
    }

    /** A box of the 決裁欄; without a person it is still empty. */
    record Stamp(Move move, @Nullable String person, Proposal.@Nullable Made made) {}

    record Line(Proposal.Made made, String person) {}

    /** What differs, weighed; and what is in whose hands. */
    record Said(
            List<Weighed> differences,
            List<Checked> findings,
            List<Sight.Said> faults,
            List<Ask> golden,
            List<Minor> minor,
            Weight weight,
            List<String> touched) {
        Said {
            differences = List.copyOf(differences);
            findings = List.copyOf(findings);
            faults = List.copyOf(faults);
            golden = List.copyOf(golden);
            minor = List.copyOf(minor);
            touched = List.copyOf(touched);
        }
    }

    record Weighed(String weight, String text) {}

    record Checked(Finding finding, String text, String way) {}

    record Ask(Golden.Compared compared, String before, String after, boolean signed) {}

    record Minor(MinorChange.Question question, boolean yes) {}

    /**
     * Whether it is specially important: what the rules answered, and what the reviewer said against them.
     *
     * @param person who said so; null where nobody said otherwise
     */
    record Weight(
            Map<Importance.Ground, Boolean> rules, @Nullable String person, String why) {
        Weight {
            rules = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(rules));
        }

        /** What the rules come to. */
        boolean ruled() {
            return rules.containsValue(true);
        }
    }

    /**
     * What is seen of the course.
     *
     * @param answered manual items of the review already answered
     * @param laid how the implementation rule stands, where that is the next step
     * @param named page of the implementation rule the proposal goes with
     */
    record Seen(
            Set<Finding.Manual> answered,
            boolean coming,
            RuleBook.@Nullable Laid laid,
            @Nullable String named) {
        Seen {
            answered = Set.copyOf(answered);
        }
    }

    Proposal proposal() {
        return whole.proposal();
    }

    /**
     * What somebody sent with a move that was refused, so that they need not write it again.
     *
     * @param move null where nothing was sent
     */
    record Typed(@Nullable Move move, Map<String, List<String>> fields) {
        static final Typed NOTHING = new Typed(null, Map.of());

        Typed {
            fields = Map.copyOf(fields);
        }

        /** What stood in a field of the form of a move. */
        String of(Move form, String field) {
            return form == move ? String.join("", fields.getOrDefault(field, List.of())) : "";
        }

        /** Whether a box of the form of a move was ticked; as it begins where nothing was sent. */
        boolean ticked(Move form, String field, String value, boolean begins) {
            return form == move ? fields.getOrDefault(field, List.of()).contains(value) : begins;
        }
    }

    /** Whether a step of the course is behind, now, or ahead. */
    boolean passed(Move move) {
        var stage = proposal().stage();
        if (stage == Stage.Closed.IN_FORCE || stage == Stage.Closed.BACKED_OUT) {
            return true;
        }
        var next = proposal().next();
        var required = proposal().course().required();
        return next.isPresent() && required.indexOf(move) < required.indexOf(next.get());
    }

    boolean now(Move move) {
        return proposal().next().filter(move::equals).isPresent();
    }

    boolean may(Move move) {
        return offered.contains(move);
    }

    /** Whether an implementation rule is there that the step may name. */
    boolean ruled() {
        var laid = seen.laid();
        return laid != null && laid.rule() != null;
    }

    boolean blocked() {
        return !said.faults().isEmpty()
                || said.findings().stream()
                        .anyMatch(checked -> checked.finding().level() == Finding.Level.BLOCK);
    }

    @Override
    public String template() {
        return "procedure/proposal";
    }

    @Override
    public String title() {
        return "procedure.proposal.title";
    }

    @Override
    public List<Object> titleArgs() {
        return List.of(proposal().paper().title());
    }

    @Override
    public int status() {
        return error == null ? 200 : 422;
    }
}
