package akashi.enrolment;

import akashi.account.Attempt;
import akashi.account.EndsWithAccount;
import akashi.account.OpeningOutcome;
import akashi.calendar.Ids;
import akashi.organization.PersonId;
import akashi.usage.Actor;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one-time code by which somebody opens the own account, issued by the head whose duty it is and handed over in
 * person. So nobody but the holder ever knows the password. It also opens an account anew whose password was lost.
 */
@Service
class OpeningCodes implements EndsWithAccount {
    private static final Duration VALID = Duration.ofDays(3);

    private final OpeningCodeSql sql;
    private final OpeningByCode opening;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final Clock clock;

    OpeningCodes(
            OpeningCodeSql sql, OpeningByCode opening, UsageLog usage, TransactionTemplate transaction, Clock clock) {
        this.sql = sql;
        this.opening = opening;
        this.usage = usage;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A code, to be shown once: only its hash is kept. */
    record Made(String code, Instant expires) {}

    /** Makes a code for this person, valid for 72 hours, with its entry on the ledger; the one before ends. */
    Made make(PersonId person, Actor by, Use.Ruling ruling) {
        var now = now();
        var made = new Made(FirstCode.random(), now.plus(VALID));
        transaction.executeWithoutResult(_ -> {
            var replaced = sql.end(person, "REPLACED", now);
            sql.add(Ids.next(clock), new CodeSql.Row(person, FirstCode.hash(person, made.code()), made.expires()), now);
            var _ = usage.record(Use.of("ACCOUNT_CODE", by)
                    .decided(ruling)
                    .stating("person", person.value().toString())
                    .stating("replaced", Boolean.toString(replaced))
                    .stating("expires", made.expires().toString()));
        });
        return made;
    }

    /** Everybody for whom a code waits that can be used. */
    Set<PersonId> waiting() {
        return Set.copyOf(sql.waiting(clock.instant()));
    }

    /** Opens the account of whom the code was made for. */
    OpeningOutcome open(Attempt attempt, String code, String password) {
        return opening.open(
                attempt,
                password,
                "CODE",
                "CODE",
                person -> sql.open(person.id())
                        .filter(open -> MessageDigest.isEqual(open.hash(), FirstCode.hash(open.person(), code)))
                        .map(open ->
                                new OpeningByCode.Fitting(open.expires(), () -> sql.end(person.id(), "SPENT", now()))));
    }

    /** A code that waits for somebody would open the account again that is closed now. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void closing(PersonId person, Instant at) {
        var _ = sql.end(person, "WITHDRAWN", at);
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
