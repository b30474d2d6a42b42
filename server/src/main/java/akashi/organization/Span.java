package akashi.organization;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The days something holds: from its first day to before {@code until}, or open where that is null.
 *
 * @param until the first day it no longer holds; papers name the day before it ({@link #lastDay()})
 */
public record Span(LocalDate from, @Nullable LocalDate until) {
    public Span {
        if (until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException("a span from " + from + " cannot end before " + until);
        }
    }

    /** From this day on, with no end known. */
    public static Span since(LocalDate from) {
        return new Span(from, null);
    }

    /** From the first to the last day, both included. */
    public static Span through(LocalDate first, @Nullable LocalDate last) {
        return new Span(first, last == null ? null : last.plusDays(1));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    public boolean overlaps(Span other) {
        return (other.until == null || from.isBefore(other.until)) && (until == null || other.from.isBefore(until));
    }

    /** The last day it holds, where an end is known. */
    public Optional<LocalDate> lastDay() {
        return until == null ? Optional.empty() : Optional.of(until.minusDays(1));
    }

    public Span ending(LocalDate end) {
        return new Span(from, end);
    }
}
