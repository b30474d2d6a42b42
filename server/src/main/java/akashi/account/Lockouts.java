package akashi.account;

import akashi.usage.Actor;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts failures to sign in per account and per source, locks with back-off, and records when a lock-out ends. */
@Component
class Lockouts {
    private static final String ACCOUNT = "ACCOUNT";
    private static final String SOURCE = "SOURCE";

    private final AccountSettings settings;
    private final AccountSql sql;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Lockouts(AccountSettings settings, AccountSql sql, UsageLog usage, TransactionTemplate transaction, Clock clock) {
        this.settings = settings;
        this.sql = sql;
        this.usage = usage;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Charges an attempt to its account and its source, before the password is looked at. */
    Charge charge(Attempt attempt) {
        endPassed();
        var charge = transaction.execute(_ -> charged(attempt));
        if (charge == null) {
            throw new IllegalStateException("Charging an attempt must come to something");
        }
        return charge;
    }

    /**
     * The password was right: the account's count starts anew, and the source gets its attempt back. Joins a
     * transaction.
     */
    void clear(Attempt attempt) {
        sql.count(ACCOUNT, attempt.counted(), Lockout.none(clock.instant()));
        sql.lockoutForUpdate(SOURCE, attempt.source())
                .ifPresent(
                        count -> sql.count(SOURCE, attempt.source(), count.givenBack(policy(settings.sourceTries()))));
    }

    /** Ends lock-outs whose time has passed, each with its entry; whichever node comes first does it. */
    @Scheduled(fixedDelay = 60_000)
    void endPassed() {
        var now = clock.instant();
        transaction.executeWithoutResult(_ -> {
            for (var locked : sql.endLockouts(now)) {
                var _ = usage.record(Use.of("LOCKOUT_END", Actor.system("account-lockout"))
                        .stating("kind", locked.substring(0, locked.indexOf(':')))
                        .noting(locked));
            }
            sql.forget(now.minus(settings.forget()).minus(Duration.ofDays(1)));
        });
    }

    private Charge charged(Attempt attempt) {
        var now = clock.instant();
        var account = count(ACCOUNT, attempt.counted(), now);
        var source = count(SOURCE, attempt.source(), now);
        var refused = later(lockedUntil(account, now), lockedUntil(source, now));
        if (refused.isPresent()) {
            return new Charge(refused.get(), null);
        }
        var accountNow = account.charged(policy(settings.accountTries()), now);
        var sourceNow = source.charged(policy(settings.sourceTries()), now);
        sql.count(ACCOUNT, attempt.counted(), accountNow);
        sql.count(SOURCE, attempt.source(), sourceNow);
        return new Charge(
                null,
                later(lockedUntil(accountNow, now), lockedUntil(sourceNow, now)).orElse(null));
    }

    private Lockout count(String kind, String key, Instant now) {
        sql.startCounting(kind, key, now);
        return sql.lockoutForUpdate(kind, key).orElseGet(() -> Lockout.none(now));
    }

    private Lockout.Policy policy(int tries) {
        return new Lockout.Policy(tries, settings.lock(), settings.longestLock(), settings.forget());
    }

    private static Optional<Instant> lockedUntil(Lockout lockout, Instant now) {
        return lockout.locked(now) ? Optional.ofNullable(lockout.until()) : Optional.empty();
    }

    private static Optional<Instant> later(Optional<Instant> a, Optional<Instant> b) {
        return a.isPresent() && b.isPresent() ? (a.get().isAfter(b.get()) ? a : b) : a.or(() -> b);
    }
}
