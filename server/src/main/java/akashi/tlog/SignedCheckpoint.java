package akashi.tlog;

import java.time.Instant;

/**
 * A signed checkpoint as it was issued.
 *
 * @param size entries it covers
 * @param at when it was signed
 * @param note the signed note, with the cosignatures it was asked for with
 */
public record SignedCheckpoint(long size, Instant at, String note) {}
