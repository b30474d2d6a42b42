package akashi.notice;

import akashi.notice.Task.Kind;
import akashi.notice.Task.To;
import akashi.notice.Task.Word;
import akashi.operation.OperationCode;
import akashi.organization.Organization;
import akashi.organization.PersonId;
import akashi.organization.Unit;
import akashi.organization.UnitId;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Implementation rules (実施要領): drafted by the managing section, approved by somebody who did not write them, in force
 * from their day until they expire or the next edition takes their place. Earlier editions stay readable.
 */
@Service
public class Rules {
    /** Days before the end of 有効期間 at which the managing section is told. */
    static final int WARNED = 90;

    private static final Logger LOG = LoggerFactory.getLogger(Rules.class);

    private final RuleRegister register;
    private final RuleSql sql;
    private final Tasks tasks;
    private final KnownOperations operations;
    private final Organization organization;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Rules(
            RuleRegister register,
            RuleSql sql,
            Tasks tasks,
            KnownOperations operations,
            Organization organization,
            UsageLog usage,
            TransactionTemplate transaction,
            Clock clock) {
        this.register = register;
        this.sql = sql;
        this.tasks = tasks;
        this.operations = operations;
        this.organization = organization;
        this.usage = usage;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A rule in force.
     *
     * @param number 発番
     * @param until last day of 有効期間, or null
     * @param mark short name of its content, the same as on the usage log
     */
    public record InForce(
            long id,
            String number,
            String title,
            LocalDate from,
            @Nullable LocalDate until,
            String mark) {}

    /**
     * The rule of an operation that is in force today; empty where there is none or it has expired. In memory, but its
     * text.
     */
    public Optional<InForce> inForce(OperationCode operation) {
        return inForce(operation, register.today());
    }

    /** The rule of an operation, in force or proposed, that is approved and will be in force on a day. */
    public Optional<InForce> inForce(OperationCode operation, LocalDate day) {
        return register.shelf()
                .inForce(operation, day)
                .map(rule -> new InForce(
                        rule.id(),
                        rule.paper().number(),
                        rule.paper().title(),
                        rule.paper().from(),
                        rule.paper().until(),
                        mark(sql.text(rule.id()))));
    }

    /**
     * Editions of an operation's rule that are newer than the one in force: being drafted, or approved for a day to
     * come. Each is the number of its page, {@code /rules/NUMBER}.
     */
    public List<Long> newer(OperationCode operation) {
        var shelf = register.shelf();
        return shelf.of(operation)
                .filter(rule -> !rule.paper().strict())
                .filter(rule -> switch (register.standing(rule)) {
                    case DRAFT, COMING -> true;
                    case IN_FORCE, EXPIRED, REPLACED, NO_OPERATION, WITHDRAWN -> false;
                })
                .map(Rule::id)
                .toList();
    }

    /** What came of a step. */
    enum Step {
        DONE,
        /** Somebody else changed it meanwhile. */
        STALE,
        /** Its authors do not approve it. */
        OWN,
        /** Needed sections say nothing. */
        INCOMPLETE,
        /** Its operation did not come to be. */
        NO_OPERATION,
        /** It is approved, and its operation is there or on its way: the next edition takes its place. */
        STANDS
    }

    /** Writes a draft; the head of the managing section is asked to approve it. */
    long draft(OperationCode operation, Rule.Paper paper, RuleText text, Use use, String author) {
        LongSupplier made = () -> {
            long id = sql.insert(operation, paper, author, clock.instant());
            sql.put(id, text);
            section(operation)
                    .ifPresent(unit -> tasks.raise(Task.of(
                            Kind.REQUEST,
                            "rule/approve/" + id,
                            To.headOf(unit),
                            "/rules/" + id,
                            "notice.rule.task.approve",
                            Word.operation(operation.value()))));
            var _ = usage.record(about(use, id, operation).stating("content", mark(text)));
            return id;
        };
        Long id = transaction.execute(_ -> made.getAsLong());
        register.stale();
        if (id == null) {
            throw new IllegalStateException("A draft must have a number");
        }
        return id;
    }

    Step change(Rule rule, Rule.Paper paper, RuleText text, Use use, String author) {
        return step(rule, use.stating("content", mark(text)), () -> {
            if (!sql.change(rule, paper, author)) {
                return false;
            }
            sql.put(rule.id(), text);
            return true;
        });
    }

    /** Approves exactly what was shown; whoever wrote on it does not. */
    Step approve(Rule rule, Use use, String by) {
        if (rule.authors().contains(by)) {
            return Step.OWN;
        }
        if (register.cameToNothing(rule)) {
            return Step.NO_OPERATION;
        }
        var text = sql.text(rule.id());
        if (!text.missing(rule.paper().strict()).isEmpty()) {
            return Step.INCOMPLETE;
        }
        return step(rule, use.stating("content", mark(text)), () -> {
            if (!sql.approve(rule, by, clock.instant())) {
                return false;
            }
            tasks.done("rule/approve/" + rule.id());
            return true;
        });
    }

    /** Takes back a draft, or an approved rule whose operation did not come to be. */
    Step withdraw(Rule rule, Use use) {
        if (rule.state() == Rule.State.APPROVED && !register.cameToNothing(rule)) {
            return Step.STANDS;
        }
        return step(rule, use, () -> {
            if (!sql.withdraw(rule)) {
                return false;
            }
            tasks.done("rule/approve/" + rule.id());
            settle(rule);
            return true;
        });
    }

    /** Keeps that this person knows the rule; once is enough. */
    void acknowledge(Rule rule, PersonId person, Use use) {
        var _ = step(rule, use, () -> sql.acknowledge(rule.id(), person.value(), clock.instant()));
    }

    RuleText text(Rule rule) {
        return sql.text(rule.id());
    }

    /** Short name of a text, by which the log knows it again. */
    static String mark(RuleText text) {
        return Use.mark(text.canonical());
    }

    /** The managing section (運用主管課). */
    Optional<UnitId> section(OperationCode operation) {
        return operations
                .of(operation)
                .flatMap(known -> organization.roster().unitByCode(known.section()))
                .map(Unit::id);
    }

    /** Warns of rules that end soon, asks for approval of nothing twice, and settles what was replaced. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT20S")
    void watch() {
        try {
            var today = register.today();
            for (var rule : register.shelf().rules()) {
                switch (register.standing(rule)) {
                    case IN_FORCE -> warn(rule, today);
                    case EXPIRED -> expired(rule);
                    case REPLACED, NO_OPERATION, WITHDRAWN -> settle(rule);
                    case DRAFT -> {
                        if (register.cameToNothing(rule)) {
                            tasks.done("rule/approve/" + rule.id());
                        }
                    }
                    case COMING -> {}
                }
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The ends of rules could not be looked at and will be tried again: {}", e.getMessage());
        }
    }

    private void warn(Rule rule, LocalDate today) {
        var until = rule.paper().until();
        if (until != null && !until.minusDays(WARNED).isAfter(today)) {
            section(rule.operation())
                    .ifPresent(unit -> tasks.raise(Task.of(
                                    Kind.REQUEST,
                                    "rule/ends/" + rule.id(),
                                    To.headOf(unit),
                                    "/rules/" + rule.id(),
                                    "notice.rule.task.ends",
                                    Word.operation(rule.operation().value()),
                                    Word.date(until))
                            .until(until)));
        }
    }

    private void expired(Rule rule) {
        section(rule.operation())
                .ifPresent(unit -> tasks.raise(Task.of(
                        Kind.ALERT,
                        "rule/expired/" + rule.id(),
                        To.headOf(unit),
                        "/rules/" + rule.id(),
                        "notice.rule.task.expired",
                        Word.operation(rule.operation().value()))));
    }

    private void settle(Rule rule) {
        tasks.done("rule/ends/" + rule.id());
        tasks.done("rule/expired/" + rule.id());
    }

    private Step step(Rule rule, Use use, BooleanSupplier change) {
        boolean made = Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!change.getAsBoolean()) {
                return false;
            }
            var _ = usage.record(about(use, rule.id(), rule.operation()));
            return true;
        }));
        register.stale();
        return made ? Step.DONE : Step.STALE;
    }

    static Use about(Use use, long rule, OperationCode operation) {
        return use.stating("rule", Long.toString(rule)).stating("operation", operation.value());
    }
}
