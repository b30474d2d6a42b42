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
        @Nullable LocalDate until,
        TerminalState state) {
    /** How its state is marked. */
    String tag() {
        return switch (state) {
            case VALID -> "tag tag-done";
            case COMING -> "tag tag-key";
            case SUSPENDED -> "tag tag-caution";
            case RETIRED -> "tag";
        };
    }
}
