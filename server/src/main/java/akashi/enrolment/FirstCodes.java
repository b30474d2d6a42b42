package akashi.enrolment;

import akashi.account.Attempt;
import akashi.account.FirstSteps;
import akashi.account.OpeningOutcome;
import akashi.account.Standing;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens the very first account, that of the system general manager (システム総括責任者), by two one-time codes that
 * {@code setup} hands to two different people; neither can open it alone. There are none as soon as anybody has an
 * account.
 */
@Service
public class FirstCodes implements FirstSteps {
    private static final Duration VALID = Duration.ofDays(3);

    private final FirstCodeSql sql;
    private final OpeningByCode opening;
    private final Standing standing;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FirstCodes(
            FirstCodeSql sql,
            OpeningByCode opening,
            Standing standing,
            UsageLog usage,
            TransactionTemplate transaction,
            Clock clock) {
        this.sql = sql;
        this.opening = opening;
        this.standing = standing;
        this.usage = usage;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Two codes, to be shown once: only their hashes are kept.
     *
     * @param expires instant from which they are refused
     */
    public record Made(List<String> codes, Instant expires) {
        public Made {
            codes = List.copyOf(codes);
        }
    }

    /** Whether nobody has or had an account, so that codes may be made. */
    public boolean possible() {
        return !sql.anyAccount();
    }

    /**
     * Makes two codes for this person, valid for 72 hours, with their entry on the ledger; those made before end.
     *
     * @throws IllegalStateException when somebody has or had an account
     */
    public Made make(PersonId person) {
        var now = now();
        var made = new Made(List.of(FirstCode.random(), FirstCode.random()), now.plus(VALID));
        transaction.executeWithoutResult(_ -> {
            if (sql.anyAccount()) {
                throw new IllegalStateException("One-time codes open the first account only, and there is one");
            }
            var replaced = sql.end("REPLACED", now);
            for (var code : made.codes()) {
                sql.add(Ids.next(clock), new CodeSql.Row(person, FirstCode.hash(person, code), made.expires()), now);
            }
            var _ = usage.record(Use.of("FIRST_CODES", Actor.system("setup"))
                    .stating("person", person.value().toString())
                    .stating("replaced", Integer.toString(replaced))
                    .stating("expires", made.expires().toString()));
        });
        return made;
    }

    /** When the codes that can be used now end; empty where there are none. */
    public Optional<Instant> usableUntil() {
        var now = clock.instant();
        return sql.open().stream()
                .map(CodeSql.Row::expires)
                .filter(now::isBefore)
                .findFirst();
    }

    /** Whether codes are there, spent neither nor replaced, be they too old or not. */
    boolean made() {
        return standing.nobody() && !sql.open().isEmpty();
    }

    /** Whether codes can be used now. From memory once there is an account. */
    @Override
    public boolean waiting() {
        var now = clock.instant();
        return standing.nobody() && sql.open().stream().anyMatch(code -> now.isBefore(code.expires()));
    }

    /** Opens the account of the person both codes were made for, in either order. */
    OpeningOutcome open(Attempt attempt, List<String> codes, String password) {
        return opening.open(attempt, password, "FIRST", "FIRST_CODES", person -> {
            var rows = sql.open();
            return fit(rows, person.id(), codes) ? Optional.of(fitting(rows)) : Optional.empty();
        });
    }

    private OpeningByCode.Fitting fitting(List<CodeSql.Row> rows) {
        var first = rows.stream().map(CodeSql.Row::expires).min(Comparator.naturalOrder());
        return new OpeningByCode.Fitting(first.orElseThrow(), () -> sql.end("SPENT", now()) > 0);
    }

    private static boolean fit(List<CodeSql.Row> rows, PersonId person, List<String> typed) {
        if (rows.size() != 2 || typed.size() != 2) {
            return false;
        }
        var one = FirstCode.hash(person, typed.getFirst());
        var two = FirstCode.hash(person, typed.getLast());
        var first = rows.getFirst().hash();
        var second = rows.getLast().hash();
        var inOrder = MessageDigest.isEqual(first, one) && MessageDigest.isEqual(second, two);
        var reversed = MessageDigest.isEqual(first, two) && MessageDigest.isEqual(second, one);
        return (inOrder || reversed)
                && rows.stream().allMatch(row -> row.person().equals(person));
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
