package akashi.reorganization;

import akashi.organization.Dated;
import akashi.organization.Span;
import akashi.reorganization.ImportReport.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How a further line joins what is held of one thing. What applied already is never replaced: other content from a
 * later day ends the line before; a line that has not applied yet may be replaced by one that begins the same day.
 */
final class Timeline {
    private Timeline() {}

    /** What came of it. */
    sealed interface Joined<V> {}

    /** The line fits; {@code line} is what is held then, earliest first. */
    record Fits<V>(List<V> line, Change change) implements Joined<V> {}

    /** Contradicts this line, which is held already. */
    record Contradicts<V>(V held) implements Joined<V> {}

    /** @param resumes whether the earlier content goes on after a line with an end; otherwise nothing follows it */
    static <V extends Dated<V>> Joined<V> join(List<V> held, V line, LocalDate today, boolean resumes) {
        for (V other : held) {
            if (other.span().from().equals(line.span().from())) {
                return sameDay(held, other, line, today);
            }
        }
        var overlapping = held.stream()
                .filter(other -> other.span().overlaps(line.span()))
                .toList();
        if (overlapping.isEmpty()) {
            return fits(held, List.of(), List.of(line), Change.ADDED);
        }
        V before = overlapping.getFirst();
        if (overlapping.size() > 1 || before.span().from().isAfter(line.span().from())) {
            return new Contradicts<>(overlapping.getLast());
        }
        if (before.says(line)) {
            return before.span()
                            .equals(new Span(before.span().from(), line.span().until()))
                    ? new Fits<>(held, Change.UNCHANGED)
                    : new Contradicts<>(before);
        }
        return replaceFrom(held, before, line, resumes);
    }

    private static <V extends Dated<V>> Joined<V> replaceFrom(List<V> held, V before, V line, boolean resumes) {
        var now = new ArrayList<V>();
        now.add(before.during(before.span().ending(line.span().from())));
        now.add(line);
        var end = line.span().until();
        var endBefore = before.span().until();
        if (!resumes || end == null || (endBefore != null && !end.isBefore(endBefore))) {
            return fits(held, List.of(before), now, Change.CHANGED);
        }
        now.add(before.during(new Span(end, endBefore)));
        return fits(held, List.of(before), now, Change.CHANGED_FOR_A_TIME);
    }

    private static <V extends Dated<V>> Joined<V> sameDay(List<V> held, V other, V line, LocalDate today) {
        if (other.says(line)) {
            var end = line.span().until();
            if (other.span().equals(line.span())) {
                return new Fits<>(held, Change.UNCHANGED);
            }
            if (end != null && new Span(end, null).overlaps(other.span())) {
                return fits(held, List.of(other), List.of(other.during(line.span())), Change.ENDED);
            }
            return new Contradicts<>(other);
        }
        if (!other.span().from().isAfter(today)) {
            return new Contradicts<>(other);
        }
        for (V third : held) {
            if (!third.equals(other) && third.span().overlaps(line.span())) {
                return new Contradicts<>(third);
            }
        }
        return fits(held, List.of(other), List.of(line), Change.REPLACED);
    }

    private static <V extends Dated<V>> Joined<V> fits(List<V> held, List<V> without, List<V> with, Change change) {
        var now = new ArrayList<>(held);
        now.removeAll(without);
        now.addAll(with);
        now.sort(Comparator.comparing(value -> value.span().from()));
        return new Fits<>(List.copyOf(now), change);
    }
}
