package akashi.terminal;

import java.time.LocalDate;

/** Whether a terminal may be used, as the register says it. */
enum TerminalState {
    VALID,
    COMING,
    SUSPENDED,
    RETIRED;

    static TerminalState of(Terminal terminal, LocalDate day) {
        if (terminal.retiredOn(day)) {
            return RETIRED;
        }
        if (terminal.suspendedAt() != null) {
            return SUSPENDED;
        }
        return day.isBefore(terminal.from()) ? COMING : VALID;
    }
}
