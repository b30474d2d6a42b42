package akashi.tlog;

import akashi.ledger.Hash;
import java.time.Instant;

/** A ledger as far as it is durable. {@code at} is the time of the last entry. */
public record Tip(int log, String origin, long size, Hash root, Instant at) {}
