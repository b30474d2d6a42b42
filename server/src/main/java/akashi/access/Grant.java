package akashi.access;

import akashi.definition.Scope;
import akashi.operation.Act;
import akashi.operation.OperationCode;
import akashi.organization.AppointmentId;
import akashi.organization.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An individual grant (個別付与), or a stop (停止) of rights, as the register holds it. It ends with its appointment.
 *
 * @param number running number in the register (付与番号); 0 before it is entered
 * @param until first day on which it no longer holds, or null
 * @param paper paper it was decided on
 * @param by who granted
 * @param revoked how it was revoked, or null
 */
record Grant(
        UUID id,
        long number,
        Kind kind,
        AppointmentId appointment,
        PersonId holder,
        OperationCode operation,
        Act act,
        Scope scope,
        LocalDate from,
        @Nullable LocalDate until,
        String paper,
        PersonId by,
        Instant at,
        @Nullable Revocation revoked) {
    enum Kind {
        GRANT,
        /** Takes the act away, whatever else gives it. */
        STOP
    }

    /** When, by whom and on which paper a grant was taken back. */
    record Revocation(Instant at, PersonId by, String paper) {}

    boolean appliesTo(OperationCode asked, Act act, LocalDate day) {
        return this.act == act
                && operation.equals(asked)
                && revoked == null
                && !day.isBefore(from)
                && (until == null || day.isBefore(until));
    }
}
