package akashi.account;

import java.time.Instant;
import java.util.List;

/** What became of an attempt to open the first account. */
sealed interface FirstOutcome {
    /** The account is open; both codes are spent. */
    record Opened() implements FirstOutcome {}

    /** Number and codes do not belong together: one answer for whatever is wrong. */
    record Wrong() implements FirstOutcome {}

    /** Too many failures; nothing was checked. */
    record Locked(Instant until) implements FirstOutcome {}

    /** The codes are right and too old. */
    record Expired() implements FirstOutcome {}

    /** The codes are right, the person is not on duty. */
    record Barred() implements FirstOutcome {}

    /** The codes are right and still good; the password is not good enough, for these reasons (message keys). */
    record Weak(List<String> reasons) implements FirstOutcome {
        public Weak {
            reasons = List.copyOf(reasons);
        }
    }
}
