package akashi.duty;

import akashi.access.Asker;
import akashi.account.Snapshot;
import akashi.organization.Organization;
import akashi.organization.PersonId;
import akashi.organization.PostId;
import akashi.organization.Roster;
import akashi.organization.Span;
import akashi.usage.Actor;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Appointments to roles: made, ended, and read from memory. */
@Service
class Duties {
    static final String APPOINT = "DUTY_APPOINT";
    static final String END = "DUTY_END";

    private final DutySql sql;
    private final Organization organization;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Snapshot<Book> book;

    Duties(
            DutySql sql,
            PermitSql permits,
            Organization organization,
            UsageLog usage,
            TransactionTemplate transaction,
            Clock clock) {
        this.sql = sql;
        this.organization = organization;
        this.usage = usage;
        this.transaction = transaction;
        this.clock = clock;
        this.book = new Snapshot<>(
                sql::generation, () -> Book.of(sql.roles(), sql.appointed(), sql.incompatibles(), permits.all()));
    }

    /**
     * An appointment as somebody enters it; holder by the code of a post or by staff number.
     *
     * @param unit code of the unit, empty for the whole force
     */
    record Wish(
            String role,
            String post,
            String staffNumber,
            String unit,
            int deputy,
            LocalDate from,
            @Nullable LocalDate lastDay,
            String document) {}

    /** What came of it. */
    sealed interface Outcome {
        /** It stands under this number, from its day on. */
        record Done(long number) implements Outcome {}

        /** Nothing changed; the message says why and how to mend it. */
        record Refused(String message, List<Object> args) implements Outcome {
            static Refused of(String message, Object... args) {
                return new Refused(message, List.of(args));
            }
        }
    }

    /** Everything as it stands, from memory. */
    Book book() {
        return book.get();
    }

    Outcome appoint(Wish wish, Asker by, Use.Ruling ruling) {
        var role = book().byCode().get(wish.role());
        if (role == null || role.reach() == Role.Reach.OPERATION) {
            return Outcome.Refused.of("duty.fault.role");
        }
        if (wish.document().isBlank() || wish.document().length() > 200) {
            return Outcome.Refused.of("duty.fault.document");
        }
        if (wish.lastDay() != null && wish.lastDay().isBefore(wish.from())) {
            return Outcome.Refused.of("duty.fault.dates");
        }
        if (wish.from().isBefore(organization.roster().date())) {
            return Outcome.Refused.of("duty.fault.past");
        }
        var roster = organization.roster(wish.from());
        var holder = holder(wish, roster);
        if (holder.isEmpty()) {
            return Outcome.Refused.of("duty.fault.holder", wish.from().toString());
        }
        var unit = roster.unitByCode(wish.unit());
        if ((role.reach() == Role.Reach.UNIT) != unit.isPresent()
                || (unit.isEmpty() && !wish.unit().isEmpty())) {
            return Outcome.Refused.of(role.reach() == Role.Reach.UNIT ? "duty.fault.unit" : "duty.fault.no-unit");
        }
        return write(
                new Appointed(
                        0,
                        role.code(),
                        holder.get(),
                        unit.map(found -> found.id()).orElse(null),
                        wish.deputy(),
                        Span.through(wish.from(), wish.lastDay()),
                        wish.document().strip(),
                        by.staffNumber()),
                by,
                ruling,
                roster);
    }

    private Outcome write(Appointed one, Asker by, Use.Ruling ruling, Roster roster) {
        var people = people(one.holder(), roster);
        if (people.contains(by.personId())) {
            return Outcome.Refused.of("duty.fault.self");
        }
        var done = transaction.<Outcome>execute(status -> {
            // Waits for whoever appoints at the same moment, so that two appointments cannot slip past each other.
            sql.nextGeneration();
            var all = Book.of(sql.roles(), sql.appointed(), sql.incompatibles(), book().permits());
            if (all.appointed().stream().anyMatch(held -> same(held, one))) {
                status.setRollbackOnly();
                return Outcome.Refused.of("duty.fault.twice");
            }
            for (var person : people) {
                var conflict = all.with(one).conflict(person, roster);
                if (conflict.isPresent() && all.conflict(person, roster).isEmpty()) {
                    status.setRollbackOnly();
                    return Outcome.Refused.of(
                            "duty.fault.combination",
                            conflict.get().reasonJa(),
                            conflict.get().reasonEn());
                }
            }
            return new Outcome.Done(record(one, by.actor(), ruling));
        });
        book.refresh();
        if (done == null) {
            throw new IllegalStateException("an appointment must come to something");
        }
        return done;
    }

    /** Enters what a rule lays down, without looking for what it would bring together: for samples. */
    void enter(Appointed one, Actor by, Use.Ruling ruling) {
        transaction.executeWithoutResult(_ -> {
            sql.nextGeneration();
            var _ = record(one, by, ruling);
        });
        book.refresh();
    }

    private long record(Appointed one, Actor by, Use.Ruling ruling) {
        var number = sql.appoint(one, clock.instant().truncatedTo(ChronoUnit.MICROS));
        var _ = usage.record(Use.of(APPOINT, by)
                .decided(ruling)
                .stating("appointment", Long.toString(number))
                .stating("role", one.role())
                .stating("from", one.span().from().toString())
                .stating("deputy", Integer.toString(one.deputy()))
                .stating("document", one.document()));
        return number;
    }

    /** Ends an appointment after a day; false if there is none that would end by it. */
    boolean end(long number, LocalDate lastDay, String document, Asker by, Use.Ruling ruling) {
        var ended = Boolean.TRUE.equals(transaction.execute(_ -> {
            sql.nextGeneration();
            if (!sql.end(number, lastDay.plusDays(1), by.staffNumber(), clock.instant())) {
                return false;
            }
            var _ = usage.record(Use.of(END, by.actor())
                    .decided(ruling)
                    .stating("appointment", Long.toString(number))
                    .stating("last", lastDay.toString())
                    .stating("document", document));
            return true;
        }));
        book.refresh();
        return ended;
    }

    /** Reads the tables anew after a change on this node. */
    void refresh() {
        book.refresh();
    }

    /** Notices what other nodes changed. */
    @Scheduled(fixedDelay = 1_000)
    void poll() {
        book.poll();
    }

    /** Who acts by an appointment on the roster's date. */
    static List<PersonId> people(Appointed.Holder holder, Roster roster) {
        return switch (holder) {
            case Appointed.Holder.ByPerson(var person) ->
                roster.person(person).map(found -> found.id()).stream().toList();
            case Appointed.Holder.ByPost(PostId post) ->
                roster.holdersOf(post).stream().map(held -> held.person()).toList();
            case Appointed.Holder.ByClass _ -> List.of();
        };
    }

    private static boolean same(Appointed held, Appointed one) {
        var same = held.role().equals(one.role())
                && Objects.equals(held.unit(), one.unit())
                && held.span().overlaps(one.span());
        return same
                && (held.holder().equals(one.holder())
                        || (held.deputy() == one.deputy() && !(held.holder() instanceof Appointed.Holder.ByClass)));
    }

    private static Optional<Appointed.Holder> holder(Wish wish, Roster roster) {
        if (wish.post().isEmpty() == wish.staffNumber().isEmpty()) {
            return Optional.empty();
        }
        return wish.post().isEmpty()
                ? roster.byStaffNumber(wish.staffNumber())
                        .filter(person -> !roster.appointmentsOf(person.id()).isEmpty())
                        .map(person -> new Appointed.Holder.ByPerson(person.id()))
                : roster.postByCode(wish.post()).map(post -> new Appointed.Holder.ByPost(post.id()));
    }
}
