package akashi.account;

import akashi.organization.Person;
import akashi.usage.Actor;
import akashi.usage.Use;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Service;

/** Counts attempts to open an account by codes, and opens it once they were found right. */
@Service
public class AccountOpening {
    private static final Duration REPEATS = Duration.ofMinutes(10);

    private final AccountSql accounts;
    private final Passwords passwords;
    private final Lockouts lockouts;
    private final Standing standing;
    private final AccountSettings settings;
    private final Accounts.Ledger ledger;

    AccountOpening(
            AccountSql accounts,
            Passwords passwords,
            Lockouts lockouts,
            Standing standing,
            AccountSettings settings,
            Accounts.Ledger ledger) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.lockouts = lockouts;
        this.standing = standing;
        this.settings = settings;
        this.ledger = ledger;
    }

    /** Counts an attempt, before anything is looked at. */
    public Charge charge(Attempt attempt) {
        return lockouts.charge(attempt);
    }

    /** Records a failure, and the lock-out it led to if it did. */
    public void failed(Attempt attempt, Charge charge, String reason) {
        ledger.usage().sealLimited(Accounts.failure(attempt, reason), attempt.source(), REPEATS);
        if (charge.reached() != null) {
            var _ = ledger.usage()
                    .seal(Accounts.failure(attempt, "LOCKOUT")
                            .stating("until", charge.reached().toString()));
        }
    }

    /** Fewest characters of a password. */
    public int shortestPassword() {
        return settings.passwordLength();
    }

    /**
     * Spends what opens the account and opens it in one transaction; of two at the same moment one is too late.
     *
     * @param attempt one that was charged
     * @param by what it is opened by
     * @param spend ends the code; false when it is spent already
     */
    public OpeningOutcome open(Attempt attempt, Person person, String password, String by, BooleanSupplier spend) {
        var weak = passwords.weaknesses(password, person.staffNumber());
        if (!weak.isEmpty()) {
            ledger.transaction().executeWithoutResult(_ -> lockouts.clear(attempt));
            return new OpeningOutcome.Weak(weak);
        }
        var encoded = passwords.encode(password);
        var opened = Boolean.TRUE.equals(ledger.transaction().execute(_ -> spent(attempt, person, encoded, by, spend)));
        standing.refresh();
        return opened ? new OpeningOutcome.Opened() : new OpeningOutcome.Wrong();
    }

    private boolean spent(Attempt attempt, Person person, String encoded, String by, BooleanSupplier spend) {
        if (!spend.getAsBoolean()) {
            return false;
        }
        accounts.open(person.id(), encoded, ledger.now());
        accounts.nextGeneration();
        lockouts.clear(attempt);
        var id = person.id().value().toString();
        var actor = new Actor(person.staffNumber(), id, "", "", attempt.device().number(), attempt.channel());
        var _ = ledger.usage()
                .record(Use.of("ACCOUNT_OPEN", actor).stating("person", id).stating("by", by));
        return true;
    }
}
