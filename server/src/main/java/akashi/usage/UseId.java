package akashi.usage;

import java.util.UUID;

/** A use that was recorded with a change, before it has its place on the ledger. */
public record UseId(UUID value) {}
