package akashi.account;

import java.time.Instant;
import java.util.List;

/** What became of an attempt to open an account by codes. */
public sealed interface OpeningOutcome {
    /** The account is open; what opened it is spent. */
    record Opened() implements OpeningOutcome {}

    /** Number and codes do not belong together: one answer for whatever is wrong. */
    record Wrong() implements OpeningOutcome {}

    /** Too many failures; nothing was checked. */
    record Locked(Instant until) implements OpeningOutcome {}

    /** The codes are right and too old. */
    record Expired() implements OpeningOutcome {}

    /** The codes are right, the person is not on duty. */
    record Barred() implements OpeningOutcome {}

    /** The codes are right and still good; the password is not good enough, for these reasons (message keys). */
    record Weak(List<String> reasons) implements OpeningOutcome {
        public Weak {
            reasons = List.copyOf(reasons);
        }
    }
}
