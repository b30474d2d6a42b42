package akashi.terminal;

import java.util.UUID;

/** Names a terminal over changes of its number. */
public record TerminalId(UUID value) {}
