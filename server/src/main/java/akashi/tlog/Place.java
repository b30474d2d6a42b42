package akashi.tlog;

import java.time.Instant;

/**
 * Where an entry stands, durable and never to change.
 *
 * @param log number of the ledger within this system; each node writes its own
 * @param origin published name of that ledger
 * @param index place of the entry, from 0
 * @param at time the entry carries
 */
public record Place(int log, String origin, long index, Instant at) {}
