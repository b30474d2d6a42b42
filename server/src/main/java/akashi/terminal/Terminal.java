package akashi.terminal;

import akashi.account.Device;
import akashi.account.DeviceClass;
import akashi.organization.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A registered terminal (端末装置).
 *
 * @param number the label on the device (端末番号)
 * @param unit the unit (所属) it stands in
 * @param place where it stands
 * @param address network address, or what the site's proxy names it by; null for a sample terminal
 * @param from first day on which it may be used
 * @param until first day on which it may no longer be used, or null
 * @param suspendedAt since when it may not be used for the time being (利用停止), or null
 */
public record Terminal(
        TerminalId id,
        String number,
        DeviceClass kind,
        UnitId unit,
        String place,
        @Nullable String address,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable Instant suspendedAt) {
    private static final int LONGEST_NUMBER = 16;

    public Terminal {
        if (number.isBlank() || number.length() > LONGEST_NUMBER) {
            throw new IllegalArgumentException("A terminal's number has 1 to 16 characters");
        }
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("A terminal cannot end before it begins: " + number);
        }
    }

    /** Whether it may be used on that day, as far as is known now. */
    public boolean validOn(LocalDate day) {
        return suspendedAt == null && !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /** Whether it was taken out of the register for good by that day (廃止). */
    boolean retiredOn(LocalDate day) {
        return until != null && !day.isBefore(until);
    }

    /** The terminal as sessions and decisions see it. */
    public Device device() {
        return new Device(number, kind, unit, place);
    }
}
