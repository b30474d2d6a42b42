package akashi.entitlement;

import akashi.access.IndividualRights;
import akashi.definition.Scope;
import akashi.operation.Act;
import akashi.operation.OperationCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request for a usage right (業務利用権の申請), for one or several people of a unit.
 *
 * @param unit code of the unit that asks
 * @param requested who asked; for a request on paper, who signed it
 * @param decided who granted, refused or withdrew it
 * @param entry who entered the paper it came on, null where it was asked for here
 */
record Request(
        long number,
        String unit,
        Wanted wanted,
        List<String> staff,
        String reason,
        State state,
        Step requested,
        @Nullable Step decided,
        String why,
        @Nullable Entry entry) {
    Request {
        staff = List.copyOf(staff);
    }

    enum State {
        WAITING,
        GRANTED,
        REFUSED,
        WITHDRAWN
    }

    /**
     * What is wanted, and for when.
     *
     * @param until first day on which it no longer holds
     */
    record Wanted(OperationCode operation, Act act, Scope scope, LocalDate from, LocalDate until) {}

    /** A request that came on paper; {@code by} is the staff number of whoever entered it. */
    record Entry(String paper, String by) {}

    /** Who did something, by staff number, and when. */
    record Step(String by, Instant at) {}

    /** Whether somebody asked for it, entered it or is meant by it, and so decides nothing about it. */
    boolean concerns(String number) {
        return requested.by().equals(number)
                || staff.contains(number)
                || (entry != null && entry.by().equals(number));
    }

    /** What is wanted, person by person. */
    List<IndividualRights.Wish> wishes() {
        return staff.stream()
                .map(one -> new IndividualRights.Wish(
                        one, wanted.operation(), wanted.act(), wanted.scope(), wanted.from(), wanted.until()))
                .toList();
    }

    /** As the register of rights names it. */
    String paper() {
        return "利用権申請第" + number + "号";
    }
}
