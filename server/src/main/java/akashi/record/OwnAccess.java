package akashi.record;

import akashi.access.Asker;
import akashi.calendar.Ids;
import akashi.document.DocumentCheck;
import akashi.document.Fault;
import akashi.document.Names;
import akashi.document.Subjects;
import akashi.identity.Normaliser;
import akashi.identity.PartialDate;
import akashi.identity.PersonName;
import akashi.organization.Person;
import akashi.organization.PersonId;
import akashi.organization.PostClass;
import akashi.usage.Disclosure;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.UseId;
import akashi.usage.Withheld;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Members of the police as subjects of documents, and the second person's release. */
@Service
public class OwnAccess {
    private static final Duration RELEASED_FOR = Duration.ofMinutes(30);
    private static final int LONGEST_NUMBER = 64;

    private final OwnSql sql;
    private final Names names;
    private final UsageLog usage;
    private final Clock clock;
    private final TransactionTemplate transaction;

    OwnAccess(OwnSql sql, Names names, UsageLog usage, Clock clock, PlatformTransactionManager transactions) {
        this.sql = sql;
        this.names = names;
        this.usage = usage;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Requests of one asker, and those that wait for them as second person. */
    record Queue(List<OwnSql.Request> mine, List<OwnSql.Request> waiting) {
        Queue {
            mine = List.copyOf(mine);
            waiting = List.copyOf(waiting);
        }
    }

    /**
     * States who a member of the police is, so that documents about that person stay closed to them without a second
     * person. Only short hashes are kept. May be said again after a change of name; the staff number links the
     * documents known until then.
     */
    public void state(PersonId person, String staffNumber, PersonName name, PartialDate birth) {
        List<String> subjects = new ArrayList<>(Subjects.of(Normaliser.keys(name), birth));
        subjects.add(Subjects.staff(staffNumber));
        sql.state(person.value(), subjects, clock.instant());
    }

    /** Asks for a second person's release; the answer is the same whether or not there is such a document. */
    List<Fault> ask(String number, String reason, Asker asker) {
        List<Fault> faults = new ArrayList<>(DocumentCheck.reason(reason, true));
        String typed = number.strip();
        if (typed.isEmpty()
                || typed.length() > LONGEST_NUMBER
                || !typed.codePoints().allMatch(DocumentCheck::writable)) {
            faults.add(Fault.of("number", "record.fault.record-number"));
        }
        if (faults.isEmpty()) {
            transaction.executeWithoutResult(_ -> {
                sql.ask(
                        Ids.next(clock),
                        asker.personId().value(),
                        names.home(asker.unit()).id(),
                        typed,
                        reason.strip(),
                        now());
                UseId _ = usage.record(Use.of("OWN_RECORD_REQUEST", asker.actor())
                        .stating("number", typed)
                        .noting(reason));
            });
        }
        return faults;
    }

    Queue queue(Asker asker) {
        List<OwnSql.Request> waiting = mayRelease(asker)
                ? sql.waiting(units(asker)).stream()
                        .filter(request ->
                                !request.person().equals(asker.personId().value()))
                        .toList()
                : List.of();
        Queue queue = new Queue(sql.of(asker.personId().value()), waiting);
        return usage.release(Use.of("OWN_RECORD_QUEUE", asker.actor()), Withheld.of(queue, Disclosure.nothing()))
                .value();
    }

    /** Releases for half an hour, or refuses; false where nothing of the kind waits for this asker. */
    boolean decide(String number, String staffNumber, boolean release, Asker asker) {
        if (!mayRelease(asker)) {
            return false;
        }
        Optional<UUID> person =
                names.roster().byStaffNumber(staffNumber).map(Person::id).map(PersonId::value);
        Optional<OwnSql.Request> request = sql.waiting(units(asker)).stream()
                .filter(r -> r.number().equals(number)
                        && person.filter(r.person()::equals).isPresent())
                .findFirst();
        return request.isPresent()
                && Boolean.TRUE.equals(transaction.execute(status -> {
                    UUID by = asker.personId().value();
                    boolean done = release
                            ? sql.release(request.get().id(), units(asker), by, now(), now().plus(RELEASED_FOR))
                            : sql.refuse(request.get().id(), units(asker), by, now());
                    if (done) {
                        UseId _ =
                                usage.record(Use.of(release ? "OWN_RECORD_RELEASE" : "OWN_RECORD_REFUSE", asker.actor())
                                        .stating("number", number)
                                        .stating("to", staffNumber));
                    } else {
                        status.setRollbackOnly();
                    }
                    return done;
                }));
    }

    /** Second persons are the supervisors of the unit (幹部). */
    boolean mayRelease(Asker asker) {
        return asker.holds(PostClass.STATION_SUPERVISOR)
                || asker.holds(PostClass.UNIT_HEAD)
                || asker.holds(PostClass.SECTION_HEAD);
    }

    private List<UUID> units(Asker asker) {
        return List.of(names.home(asker.unit()).id().value());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
