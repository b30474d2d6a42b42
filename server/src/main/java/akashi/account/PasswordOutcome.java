package akashi.account;

import java.util.List;

/** What became of a change of password. */
sealed interface PasswordOutcome {
    /** The new password holds; every other session of the person ends with its next request. */
    record Changed(SignedIn signedIn) implements PasswordOutcome {}

    /** The new password is not good enough: message keys, each with one reason. */
    record Weak(List<String> reasons) implements PasswordOutcome {
        public Weak {
            reasons = List.copyOf(reasons);
        }
    }

    /** The current password was not right. */
    record Wrong() implements PasswordOutcome {}
}
