package akashi.duty;

import akashi.access.Asker;
import akashi.calendar.JapaneseDates;
import akashi.organization.Organization;
import akashi.usage.LedgerUnavailable;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Exceptions (例外措置): asked for by one, decided by another, listed, over by themselves on their day. */
@Service
class Permits {
    static final String REQUEST = "PERMIT_REQUEST";
    static final String DECIDE = "PERMIT_DECIDE";
    private static final int LONGEST_DAYS = 366;
    private static final Logger LOG = LoggerFactory.getLogger(Permits.class);

    private final PermitSql sql;
    private final DutySql duty;
    private final PermitTasks tasks;
    private final Duties duties;
    private final Organization organization;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Permits(
            PermitSql sql,
            DutySql duty,
            PermitTasks tasks,
            Duties duties,
            Organization organization,
            UsageLog usage,
            TransactionTemplate transaction,
            Clock clock) {
        this.sql = sql;
        this.duty = duty;
        this.tasks = tasks;
        this.duties = duties;
        this.organization = organization;
        this.usage = usage;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** An exception as somebody asks for it; {@code incompatible} is empty where it is about another rule. */
    record Wish(
            String incompatible,
            String staffNumber,
            String subject,
            String reason,
            String measures,
            LocalDate from,
            LocalDate lastDay) {}

    /** Message key of what is wrong, or empty once it is asked for. */
    Optional<String> request(Wish wish, Asker by, Use.Ruling ruling) {
        var combines = !wish.incompatible().isEmpty();
        var person = organization.roster(wish.from()).byStaffNumber(wish.staffNumber());
        if (combines
                && (person.isEmpty()
                        || duties.book().incompatibles().stream()
                                .noneMatch(pair -> pair.code().equals(wish.incompatible())))) {
            return Optional.of("duty.permit.fault.person");
        }
        if (!said(wish.subject(), 200) || !said(wish.reason(), 1000) || !said(wish.measures(), 1000)) {
            return Optional.of("duty.permit.fault.text");
        }
        if (wish.from().isBefore(JapaneseDates.dateOf(clock.instant()))
                || wish.lastDay().isBefore(wish.from())
                || wish.lastDay().isAfter(wish.from().plusDays(LONGEST_DAYS - 1))) {
            return Optional.of("duty.permit.fault.dates");
        }
        transaction.executeWithoutResult(_ -> {
            var permit = new Permit(
                    0,
                    combines ? wish.incompatible() : null,
                    combines ? person.orElseThrow().id() : null,
                    wish.subject().strip(),
                    wish.reason().strip(),
                    wish.measures().strip(),
                    wish.from(),
                    wish.lastDay().plusDays(1),
                    Permit.State.WAITING,
                    new Permit.Step(by.staffNumber(), clock.instant().truncatedTo(ChronoUnit.MICROS)),
                    null,
                    "");
            var number = sql.request(permit);
            tasks.requested(number, permit);
            duty.nextGeneration();
            var _ = usage.record(Use.of(REQUEST, by.actor())
                    .decided(ruling)
                    .stating("permit", Long.toString(number))
                    .stating("rule", wish.incompatible())
                    .stating("from", wish.from().toString())
                    .stating("last", wish.lastDay().toString())
                    .noting(wish.reason()));
        });
        duties.refresh();
        return Optional.empty();
    }

    /** Decides one; false if it was decided before, or by whoever asked for it or is meant by it. */
    boolean decide(long number, boolean approve, String why, Asker by, Use.Ruling ruling) {
        var meant = sql.all().stream()
                .filter(permit -> permit.number() == number)
                .anyMatch(permit -> by.personId().equals(permit.person()));
        var decided = !meant
                && Boolean.TRUE.equals(transaction.execute(_ -> {
                    var state = approve ? Permit.State.APPROVED : Permit.State.REFUSED;
                    if (!sql.decide(number, state, by.staffNumber(), clock.instant(), why)) {
                        return false;
                    }
                    tasks.decided(number, by.actor());
                    duty.nextGeneration();
                    var _ = usage.record(Use.of(DECIDE, by.actor())
                            .decided(ruling)
                            .stating("permit", Long.toString(number))
                            .stating("answer", state.name())
                            .noting(why));
                    return true;
                }));
        duties.refresh();
        return decided;
    }

    /** Ends one before its day; false if it does not hold. */
    boolean end(long number, Asker by, Use.Ruling ruling) {
        var ended = Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!sql.end(number)) {
                return false;
            }
            all().stream().filter(permit -> permit.number() == number).forEach(tasks::ended);
            duty.nextGeneration();
            var _ = usage.record(Use.of(DECIDE, by.actor())
                    .decided(ruling)
                    .stating("permit", Long.toString(number))
                    .stating("answer", "ENDED"));
            return true;
        }));
        duties.refresh();
        return ended;
    }

    /** Says which end soon; each is said once, whatever number of nodes look. */
    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
    void work() {
        try {
            look();
        } catch (LedgerUnavailable | DataAccessException | TransactionException e) {
            LOG.warn("Exceptions could not be looked through and will be again: {}", e.getMessage());
        }
    }

    void look() {
        var today = JapaneseDates.dateOf(clock.instant());
        duties.refresh();
        all().forEach(permit -> tasks.look(permit, today));
    }

    List<Permit> all() {
        return duties.book().permits();
    }

    private static boolean said(String text, int longest) {
        var length = text.strip().length();
        return length >= 3 && length <= longest && text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\r');
    }
}
