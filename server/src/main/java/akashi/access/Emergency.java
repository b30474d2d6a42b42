package akashi.access;

import akashi.operation.OperationCode;
import akashi.organization.PersonId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Says what somebody has opened in an emergency (緊急時の例外利用); the module that keeps it implements this. Reads memory
 * only. What it opens is decided here, not there: right and scope of a few acts, nothing else.
 */
public interface Emergency {
    /** What the person has open in this operation at this moment. */
    Optional<Opened> opened(PersonId person, OperationCode operation);

    /**
     * An opening.
     *
     * @param number its number in the register, as entries name it
     */
    record Opened(String number, LocalDate from) {}
}
