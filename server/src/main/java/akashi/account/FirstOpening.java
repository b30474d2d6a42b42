package akashi.account;

import akashi.organization.Person;
import akashi.usage.Actor;
import akashi.usage.Use;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Counts attempts to open an account by codes, and opens it once they were found right. */
@Component
class FirstOpening {
    private static final Duration REPEATS = Duration.ofMinutes(10);

    private final AccountSql accounts;
    private final FirstCodeSql codes;
    private final Passwords passwords;
    private final Lockouts lockouts;
    private final Standing standing;
    private final Accounts.Ledger ledger;

    FirstOpening(
            AccountSql accounts,
            FirstCodeSql codes,
            Passwords passwords,
            Lockouts lockouts,
            Standing standing,
            Accounts.Ledger ledger) {
        this.accounts = accounts;
        this.codes = codes;
        this.passwords = passwords;
        this.lockouts = lockouts;
        this.standing = standing;
        this.ledger = ledger;
    }

    Lockouts.Charge charge(Attempt attempt) {
        return lockouts.charge(attempt);
    }

    /** Records a failure, and the lock-out it led to if it did. */
    void failed(Attempt attempt, Lockouts.Charge charge, String reason) {
        ledger.usage().sealLimited(Accounts.failure(attempt, reason), attempt.source(), REPEATS);
        if (charge.reached() != null) {
            var _ = ledger.usage()
                    .seal(Accounts.failure(attempt, "LOCKOUT")
                            .stating("until", charge.reached().toString()));
        }
    }

    /** Spends both first codes and opens the account. */
    FirstOutcome open(Attempt attempt, Person person, String password) {
        return open(attempt, person, password, "FIRST_CODES", () -> codes.end("SPENT", ledger.now()) > 0);
    }

    /**
     * Spends what opens the account and opens it in one transaction; of two at the same moment one is too late.
     *
     * @param by what it is opened by
     * @param spend ends the code; false when it is spent already
     */
    FirstOutcome open(Attempt attempt, Person person, String password, String by, BooleanSupplier spend) {
        var weak = passwords.weaknesses(password, person.staffNumber());
        if (!weak.isEmpty()) {
            ledger.transaction().executeWithoutResult(_ -> lockouts.clear(attempt));
            return new FirstOutcome.Weak(weak);
        }
        var encoded = passwords.encode(password);
        var opened = Boolean.TRUE.equals(ledger.transaction().execute(_ -> spent(attempt, person, encoded, by, spend)));
        standing.refresh();
        return opened ? new FirstOutcome.Opened() : new FirstOutcome.Wrong();
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
