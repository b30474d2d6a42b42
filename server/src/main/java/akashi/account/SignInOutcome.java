package akashi.account;

import java.time.Instant;

/** What became of an attempt to sign in. */
sealed interface SignInOutcome {
    /** The password was right; the caller opens the session. */
    record Welcome(SignedIn signedIn) implements SignInOutcome {}

    /** Staff number and password do not belong together, or there is no such account: one answer for both. */
    record Wrong() implements SignInOutcome {}

    /** Too many failures; nothing was checked. Also answered for numbers without an account. */
    record Locked(Instant until) implements SignInOutcome {}

    /** The account is closed or the person is not on duty (休職・停職など). Said only after the right password. */
    record Barred() implements SignInOutcome {}
}
