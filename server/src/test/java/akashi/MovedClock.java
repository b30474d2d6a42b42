package akashi;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that a test moves: one that stands still between moves, or one that goes on. */
public final class MovedClock extends Clock {
    private final Clock base;
    private final AtomicReference<Duration> moved = new AtomicReference<>(Duration.ZERO);

    private MovedClock(Clock base) {
        this.base = base;
    }

    /** Stands still at an instant until it is moved. */
    public static MovedClock at(Instant instant) {
        return new MovedClock(Clock.fixed(instant, Clock.systemUTC().getZone()));
    }

    /** The time of day, moved. */
    public static MovedClock running() {
        return new MovedClock(Clock.systemUTC());
    }

    /** Moves it from where it is now, forward or back. */
    public void move(Duration by) {
        var _ = moved.updateAndGet(before -> before.plus(by));
    }

    /** Sets it that far from its base, wherever it was moved before. */
    public void shift(Duration by) {
        moved.set(by);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(moved.get());
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Only instants are asked of this clock");
    }
}
