package akashi.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code akashi.account.*}.
 *
 * @param idle a session without a request ends after this time
 * @param absolute a session ends after this time whatever happens: one shift and its hand-over
 * @param accountTries failures after which an account is locked
 * @param sourceTries failures after which a terminal or address is locked
 * @param lock first lock-out; each further failure doubles it
 * @param longestLock longest lock-out
 * @param forget failures older than this no longer count
 * @param passwordLength shortest password
 */
@ConfigurationProperties("akashi.account")
record AccountSettings(
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration absolute,
        @DefaultValue("5") int accountTries,
        @DefaultValue("20") int sourceTries,
        @DefaultValue("1m") Duration lock,
        @DefaultValue("1h") Duration longestLock,
        @DefaultValue("24h") Duration forget,
        @DefaultValue("12") int passwordLength) {
    AccountSettings {
        require(idle, "idle");
        require(absolute, "absolute");
        require(lock, "lock");
        require(forget, "forget");
        if (absolute.compareTo(idle) < 0) {
            throw new IllegalArgumentException("akashi.account.absolute must not be shorter than akashi.account.idle");
        }
        if (longestLock.compareTo(lock) < 0) {
            throw new IllegalArgumentException(
                    "akashi.account.longest-lock must not be shorter than akashi.account.lock");
        }
        if (accountTries < 1 || sourceTries < 1) {
            throw new IllegalArgumentException(
                    "akashi.account.account-tries and akashi.account.source-tries must be at least 1");
        }
        if (passwordLength < 8) {
            throw new IllegalArgumentException("akashi.account.password-length must be at least 8");
        }
    }

    private static void require(Duration value, String name) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException("akashi.account." + name + " must be longer than nothing");
        }
    }
}
