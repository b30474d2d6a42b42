package akashi.account;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Failures to sign in counted for one account or one source, and how long they lock it.
 *
 * <p>An attempt is charged <em>before</em> its password is checked and given back when it was right. Otherwise attempts
 * running side by side would all pass the check before the first of them had failed.
 *
 * @param failures attempts charged and not given back
 * @param last when the last one was charged
 * @param until end of the lock-out, or null while none was reached
 */
record Lockout(int failures, Instant last, @Nullable Instant until) {
    private static final int DOUBLINGS = 20;

    /**
     * How failures turn into a lock-out: how many are free, how long the first one lasts, how long at most, when
     * forgotten.
     */
    record Policy(int tries, Duration first, Duration longest, Duration forget) {}

    static Lockout none(Instant now) {
        return new Lockout(0, now, null);
    }

    boolean locked(Instant now) {
        return until != null && now.isBefore(until);
    }

    /** The count with one more attempt, locked with back-off once the free tries are used up. */
    Lockout charged(Policy policy, Instant now) {
        var counted = last.plus(policy.forget()).isBefore(now) ? 1 : failures + 1;
        if (counted < policy.tries()) {
            return new Lockout(counted, now, null);
        }
        var doublings = Math.min(counted - policy.tries(), DOUBLINGS);
        var length = policy.first().multipliedBy(1L << doublings);
        return new Lockout(counted, now, now.plus(length.compareTo(policy.longest()) < 0 ? length : policy.longest()));
    }

    /** The count with one attempt given back; a lock-out only that attempt had reached is open again. */
    Lockout givenBack(Policy policy) {
        var left = Math.max(0, failures - 1);
        return new Lockout(left, last, left < policy.tries() ? null : until);
    }
}
