package akashi.reorganization;

import akashi.organization.DutyState;
import org.jspecify.annotations.Nullable;

/** What a line of a transfer order (発令) says about one person. */
public enum Order {
    /** To another principal post (本務). */
    TRANSFER("異動", null),
    /** A further post beside the principal one. */
    CONCURRENT("兼務", null),
    /** No longer in a further post. */
    RELIEVED("兼務免", null),
    /** Holds a post while it has no holder of its own. */
    ACTING("事務取扱", null),
    REINSTATED("復職", DutyState.ON_DUTY),
    CHILDCARE_LEAVE("育児休業", DutyState.CHILDCARE_LEAVE),
    LEAVE("休職", DutyState.LEAVE),
    SUSPENSION("停職", DutyState.SUSPENSION),
    SECONDMENT("出向", DutyState.SECONDMENT),
    RETIRED("退職", DutyState.RETIRED),
    DISMISSED("免職", DutyState.DISMISSED);

    private final String written;
    private final @Nullable DutyState duty;

    Order(String written, @Nullable DutyState duty) {
        this.written = written;
        this.duty = duty;
    }

    /** The word in Japanese, also what a file says. */
    public String written() {
        return written;
    }

    /** Whether it can only take something away: such an order is never kept waiting for a second person. */
    public boolean takesAway() {
        return this == RELIEVED || (duty != null && !duty.mayAct());
    }

    /** The state the person is in from then on; null where it is about a post. */
    @Nullable DutyState duty() {
        return duty;
    }
}
