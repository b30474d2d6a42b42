package akashi.duty;

import akashi.organization.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An exception (例外措置).
 *
 * @param incompatible code of the pair it lets one person combine, null for an exception to another rule
 * @param measures what is done instead (代替措置)
 * @param until first day on which it no longer holds
 */
record Permit(
        long number,
        @Nullable String incompatible,
        @Nullable PersonId person,
        String subject,
        String reason,
        String measures,
        LocalDate from,
        LocalDate until,
        State state,
        Step requested,
        @Nullable Step decided,
        String decidedWhy) {
    enum State {
        WAITING,
        APPROVED,
        REFUSED,
        ENDED
    }

    record Step(String by, Instant at) {}

    /** Whether it holds on the day. */
    boolean holds(LocalDate day) {
        return state == State.APPROVED && !day.isBefore(from) && day.isBefore(until);
    }
}
