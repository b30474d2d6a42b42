package akashi.notice;

import akashi.operation.OperationCode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Every rule and who has acknowledged it, as of one state of the tables. Immutable.
 *
 * @param rules latest edition first
 */
record RuleShelf(RuleSql.Mark mark, List<Rule> rules, Map<Long, Set<UUID>> read) {
    Optional<Rule> one(long id) {
        return rules.stream().filter(rule -> rule.id() == id).findFirst();
    }

    Stream<Rule> of(OperationCode operation) {
        return rules.stream().filter(rule -> rule.operation().equals(operation));
    }

    /** The approved edition whose first day has come last; it may have expired since. */
    private Optional<Rule> latest(OperationCode operation, boolean manual, LocalDate day) {
        return of(operation)
                .filter(rule -> rule.paper().strict() == manual)
                .filter(rule -> rule.state() == Rule.State.APPROVED
                        && !rule.paper().from().isAfter(day))
                .max(Comparator.comparing((Rule rule) -> rule.paper().from()).thenComparingLong(Rule::id));
    }

    /**
     * The implementation rule in force on a day, manuals aside; an expired one does not bring back the one before it.
     */
    Optional<Rule> inForce(OperationCode operation, LocalDate day) {
        return latest(operation, false, day).filter(rule -> standing(rule, day) == Rule.Standing.IN_FORCE);
    }

    Rule.Standing standing(Rule rule, LocalDate day) {
        return switch (rule.state()) {
            case DRAFT -> Rule.Standing.DRAFT;
            case WITHDRAWN -> Rule.Standing.WITHDRAWN;
            case APPROVED -> {
                var until = rule.paper().until();
                if (rule.paper().from().isAfter(day)) {
                    yield Rule.Standing.COMING;
                }
                if (!latest(rule.operation(), rule.paper().strict(), day).equals(Optional.of(rule))) {
                    yield Rule.Standing.REPLACED;
                }
                yield until != null && until.isBefore(day) ? Rule.Standing.EXPIRED : Rule.Standing.IN_FORCE;
            }
        };
    }

    boolean acknowledged(Rule rule, UUID person) {
        return read.getOrDefault(rule.id(), Set.of()).contains(person);
    }
}
