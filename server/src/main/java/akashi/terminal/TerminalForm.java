package akashi.terminal;

import akashi.account.DeviceClass;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the page for registering a terminal posts; everything as typed. */
record TerminalForm(String number, String kind, String unit, String place, String address, String from) {
    static final int LONGEST_NUMBER = 16;
    static final int LONGEST = 200;

    TerminalForm(
            @Nullable String number,
            @Nullable String kind,
            @Nullable String unit,
            @Nullable String place,
            @Nullable String address,
            @Nullable String from) {
        this.number = typed(number);
        this.kind = typed(kind);
        this.unit = typed(unit);
        this.place = typed(place);
        this.address = typed(address);
        this.from = typed(from);
    }

    static TerminalForm empty(LocalDate today) {
        return new TerminalForm("", "STATION", "", "", "", today.toString());
    }

    Optional<DeviceClass> deviceClass() {
        return Arrays.stream(DeviceClass.values())
                .filter(value -> value.name().equals(kind))
                .findFirst();
    }

    Optional<LocalDate> firstDay() {
        try {
            return Optional.of(LocalDate.parse(from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Message key of what is wrong with what was typed, by itself; null if nothing is. */
    @Nullable String fault(LocalDate today, boolean networkAddress) {
        if (!number.matches("[A-Za-z0-9-]{1," + LONGEST_NUMBER + "}")) {
            return "terminal.new.number";
        }
        if (deviceClass().isEmpty() || place.isEmpty() || place.length() > LONGEST) {
            return "terminal.new.place";
        }
        if (!address.matches("[!-~]{1," + LONGEST + "}") || (networkAddress && !Addresses.literal(address))) {
            return networkAddress ? "terminal.new.address" : "terminal.new.name";
        }
        return firstDay().filter(day -> !day.isBefore(today)).isEmpty() ? "terminal.new.from" : null;
    }

    private static String typed(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
