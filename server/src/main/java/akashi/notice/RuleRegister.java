package akashi.notice;

import akashi.calendar.JapaneseDates;
import akashi.organization.Organization;
import akashi.organization.Person;
import akashi.organization.PersonId;
import akashi.organization.PostClass;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The rules and their readers in memory; a node sees its own changes with the next question, others' within seconds.
 */
@Component
class RuleRegister {
    private static final Logger LOG = LoggerFactory.getLogger(RuleRegister.class);

    private final RuleSql sql;
    private final KnownOperations operations;
    private final Organization organization;
    private final Clock clock;

    /** Replaced as a whole under this object's lock; read without. */
    private volatile @Nullable RuleShelf shelf;

    RuleRegister(RuleSql sql, KnownOperations operations, Organization organization, Clock clock) {
        this.sql = sql;
        this.operations = operations;
        this.organization = organization;
        this.clock = clock;
    }

    RuleShelf shelf() {
        var held = shelf;
        return held == null ? changed() : held;
    }

    LocalDate today() {
        return JapaneseDates.dateOf(clock.instant());
    }

    synchronized void stale() {
        shelf = null;
    }

    @Scheduled(fixedDelay = 5000, initialDelay = 5000)
    void look() {
        try {
            var _ = changed();
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("The rules could not be read again; the last state known stays", e);
        }
    }

    private synchronized RuleShelf changed() {
        var held = shelf;
        var mark = sql.mark();
        if (held == null || !held.mark().equals(mark)) {
            held = new RuleShelf(mark, sql.all(), sql.acknowledged());
            shelf = held;
        }
        return held;
    }

    /** Where a rule stands today; one whose operation did not come to be has no effect, whatever its dates say. */
    Rule.Standing standing(Rule rule) {
        var standing = shelf().standing(rule, today());
        return switch (standing) {
            case COMING, IN_FORCE, EXPIRED ->
                operations.cameToNothing(rule.operation()) ? Rule.Standing.NO_OPERATION : standing;
            case DRAFT, REPLACED, NO_OPERATION, WITHDRAWN -> standing;
        };
    }

    /** Whether the operation of a rule was refused or withdrawn before it came to be. */
    boolean cameToNothing(Rule rule) {
        return operations.cameToNothing(rule.operation());
    }

    /** Whether the rule is about work this person's post is eligible for. */
    boolean concerns(Rule rule, PersonId person) {
        var classes = classes(rule);
        var roster = organization.roster();
        return roster.appointmentsOf(person).stream()
                .flatMap(held -> roster.post(held.post()).stream())
                .anyMatch(post -> classes.contains(post.postClass()));
    }

    /** Everybody on duty whom the rule concerns. */
    List<Person> concerned(Rule rule) {
        var classes = classes(rule);
        var roster = organization.roster();
        return roster.people().stream()
                .filter(person -> person.duty().mayAct())
                .filter(person -> roster.appointmentsOf(person.id()).stream()
                        .flatMap(held -> roster.post(held.post()).stream())
                        .anyMatch(post -> classes.contains(post.postClass())))
                .toList();
    }

    /** The rules this person has still to acknowledge: in force, about their work, not yet read. */
    List<Rule> unread(PersonId person) {
        var held = shelf();
        return held.rules().stream()
                .filter(rule -> standing(rule) == Rule.Standing.IN_FORCE)
                .filter(rule -> !held.acknowledged(rule, person.value()))
                .filter(rule -> concerns(rule, person))
                .toList();
    }

    /** The day from which this person can know the rule: it is approved and in force, and they hold the post. */
    LocalDate since(Rule rule, PersonId person) {
        var approval = rule.approval();
        var since = approval == null ? rule.paper().from() : JapaneseDates.dateOf(approval.at());
        var latest = since.isAfter(rule.paper().from()) ? since : rule.paper().from();
        return organization.roster().appointmentsOf(person).stream()
                .map(held -> held.span().from())
                .filter(latest::isBefore)
                .max(LocalDate::compareTo)
                .orElse(latest);
    }

    private Set<PostClass> classes(Rule rule) {
        return operations.of(rule.operation()).map(KnownOperations.Known::posts).orElse(Set.of());
    }
}
