package akashi.entitlement;

import akashi.organization.PersonId;
import java.time.LocalDate;

/**
 * A grant that was not used for a long time (不使用), and what its unit's head says to that.
 *
 * @param granted number of the grant in the register
 * @param due last day for the answer; without one the right ends
 */
record Unused(long number, long granted, String unit, PersonId holder, LocalDate due, State state, String why) {
    enum State {
        ASKED,
        KEPT,
        GIVEN_UP,
        /** Nobody answered. */
        ENDED
    }
}
