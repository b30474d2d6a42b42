package akashi.entitlement;

import akashi.access.Asker;
import akashi.access.IndividualRights;
import akashi.calendar.JapaneseDates;
import akashi.notice.Task;
import akashi.notice.Tasks;
import akashi.organization.Organization;
import akashi.organization.PersonId;
import akashi.organization.Unit;
import akashi.usage.Actor;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Uses;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks about individual grants that were not used for 90 days, and ends those about which nobody answers for 30.
 * Standard sets are not asked about: nobody gave them, and they go with the post.
 */
@Service
class UnusedRights {
    static final Duration UNUSED = Duration.ofDays(90);
    static final int ANSWER_DAYS = 30;
    private static final int SHOWN = 200;
    private static final PersonId NOBODY = new PersonId(new UUID(0, 0));

    private final UnusedSql sql;
    private final IndividualRights rights;
    private final Uses uses;
    private final Organization organization;
    private final Tasks tasks;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final Clock clock;

    UnusedRights(
            UnusedSql sql,
            IndividualRights rights,
            Uses uses,
            Organization organization,
            Tasks tasks,
            UsageLog usage,
            TransactionTemplate transaction,
            Clock clock) {
        this.sql = sql;
        this.rights = rights;
        this.uses = uses;
        this.organization = organization;
        this.tasks = tasks;
        this.usage = usage;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Asks about what has become unused, and ends what was asked about long ago. May be repeated at any time. */
    void look() {
        var now = clock.instant();
        var since = now.minus(UNUSED);
        var settled = new HashSet<>(sql.settledSince(since));
        var today = JapaneseDates.dateOf(now);
        for (var held : rights.held()) {
            var person = organization.roster().person(held.holder());
            if (person.isEmpty()
                    || settled.contains(held.number())
                    || held.at().isAfter(since)
                    || held.from().isAfter(JapaneseDates.dateOf(since))
                    || (held.until() != null && !held.until().isAfter(today))
                    || uses.did(
                            person.get().staffNumber(),
                            held.act().name(),
                            held.operation().value(),
                            since)) {
                continue;
            }
            unitOf(held.holder()).ifPresent(unit -> ask(held, unit));
        }
        sql.latest(SHOWN).stream()
                .filter(one -> one.state() == Unused.State.ASKED && one.due().isBefore(today))
                .forEach(one -> end(one, Unused.State.ENDED, "", Actor.system("entitlement"), NOBODY));
    }

    private void ask(IndividualRights.Held held, Unit unit) {
        var due = JapaneseDates.dateOf(clock.instant()).plusDays(ANSWER_DAYS);
        transaction.executeWithoutResult(_ -> sql.ask(held.number(), unit.code(), held.holder(), clock.instant(), due)
                .forEach(number -> {
                    tasks.raise(Task.of(
                                    Task.Kind.REQUEST,
                                    task(number),
                                    Task.To.headOf(unit.id()),
                                    "/entitlements/unused",
                                    "entitlement.task.unused",
                                    Task.Word.operation(held.operation().value()),
                                    Task.Word.code(Long.toString(held.number())))
                            .until(due));
                    var _ = usage.record(Use.of("RIGHT_UNUSED", Actor.system("entitlement"))
                            .stating("grant", Long.toString(held.number()))
                            .stating("due", due.toString()));
                }));
    }

    /** The answer of the head; message key of what is wrong, or empty. */
    Optional<String> answer(Unused one, boolean keep, String why, Asker by, Use.Ruling ruling) {
        if (one.holder().equals(by.personId())) {
            return Optional.of("entitlement.fault.self");
        }
        if (keep && (why.strip().length() < 3 || why.length() > 1000)) {
            return Optional.of("entitlement.fault.why");
        }
        if (one.state() != Unused.State.ASKED) {
            return Optional.of("entitlement.fault.stale");
        }
        if (!keep) {
            end(one, Unused.State.GIVEN_UP, why.strip(), by.actor(), by.personId());
            return Optional.empty();
        }
        transaction.executeWithoutResult(_ -> {
            if (sql.answer(one.number(), Unused.State.KEPT, by.staffNumber(), clock.instant(), why.strip())) {
                var _ = tasks.done(task(one.number()), by.actor());
                var _ = usage.record(Use.of("RIGHT_ANSWER", by.actor())
                        .decided(ruling)
                        .stating("grant", Long.toString(one.granted()))
                        .stating("answer", "KEPT")
                        .noting(why.strip()));
            }
        });
        return Optional.empty();
    }

    private void end(Unused one, Unused.State state, String why, Actor by, PersonId person) {
        rights.take(by, person, List.of(one.granted()), List.of(), "不使用第" + one.number() + "号", () -> {
            if (!sql.answer(one.number(), state, by.staffNumber(), clock.instant(), why)) {
                throw new IllegalStateException("the question was answered meanwhile: " + one.number());
            }
            tasks.done(task(one.number()));
            var _ = usage.record(Use.of("RIGHT_ANSWER", by)
                    .stating("grant", Long.toString(one.granted()))
                    .stating("answer", state.name()));
        });
    }

    List<Unused> latest() {
        return sql.latest(SHOWN);
    }

    private Optional<Unit> unitOf(PersonId person) {
        var roster = organization.roster();
        return roster.principalOf(person).flatMap(held -> roster.command(held.unit()));
    }

    private static String task(long number) {
        return "entitlement/unused/" + number;
    }
}
