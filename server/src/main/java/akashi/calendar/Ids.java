package akashi.calendar;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids that sort by time: UUID version 7 (RFC 9562), 48 bits of milliseconds, 12 bits of sequence, 62 random bits.
 *
 * <p>Within one process every id is greater than the one before, also when the clock stands still or goes back; the
 * time in an id may then run ahead of the clock. Ids are no secrets, and never reach a page.
 */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Milliseconds and sequence of the last id; moved forward by compare-and-set only. */
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    /** The next id by this clock. */
    public static UUID next(Clock clock) {
        long random = RANDOM.nextLong();
        long wanted = (clock.millis() << 12) | (random & 0x7ff);
        long stamp = LAST.updateAndGet(last -> Math.max(last + 1, wanted));
        long high = ((stamp >>> 12) << 16) | 0x7000 | (stamp & 0xfff);
        return new UUID(high, (random >>> 2) | 0x8000_0000_0000_0000L);
    }

    /** The time an id carries. */
    public static Instant time(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /**
     * The lowest id of this instant's millisecond: ids made from then on are not below it. Bounds of ranges and
     * partitions.
     */
    public static UUID lowest(Instant at) {
        return new UUID((at.toEpochMilli() << 16) | 0x7000, 0x8000_0000_0000_0000L);
    }
}
