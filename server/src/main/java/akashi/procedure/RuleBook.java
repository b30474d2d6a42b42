package akashi.procedure;

import akashi.calendar.JapaneseDates;
import akashi.notice.Rules;
import akashi.operation.OperationCode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The implementation rules (実施要領) as a proposal needs them: which will be in force with it, and what is changing. */
@Component
class RuleBook {
    private final Rules rules;
    private final Clock clock;

    RuleBook(Rules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * How an operation's rule stands for a proposal.
     *
     * @param day on which the proposal is to take force, as far as that is known
     * @param rule approved and in force on that day; null where there is none
     * @param same whether it is the one in force today, so that somebody must say that it fits a change
     * @param newer numbers of editions being drafted or to come
     */
    record Laid(LocalDate day, Rules.@Nullable InForce rule, boolean same, List<Long> newer) {
        Laid {
            newer = List.copyOf(newer);
        }
    }

    Laid of(Proposal proposal) {
        var code = proposal.operation();
        var day = day(proposal.paper().wished());
        var rule = rules.inForce(code, day).orElse(null);
        boolean same = rule != null
                && proposal.kind() == Course.Kind.CHANGE
                && rules.inForce(code).map(Rules.InForce::id).equals(Optional.of(rule.id()));
        return new Laid(day, rule, same, rules.newer(code));
    }

    /** Whether a rule is approved and in force on a day; null and a day that is past stand for today. */
    boolean laid(OperationCode operation, @Nullable LocalDate day) {
        return rules.inForce(operation, day(day)).isPresent();
    }

    LocalDate day(@Nullable LocalDate wished) {
        var today = JapaneseDates.dateOf(clock.instant());
        return wished == null || wished.isBefore(today) ? today : wished;
    }
}
