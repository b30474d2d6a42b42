package akashi.terminal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A terminal as a table shows it.
 *
 * @param kind message key of its class
 */
record TerminalRow(
        String number,
        String kind,
        String unit,
        String place,
        LocalDate from,
        @Nullable LocalDate until) {}
