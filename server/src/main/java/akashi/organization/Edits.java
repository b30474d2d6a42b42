package akashi.organization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a change does to the tables, line by line.
 *
 * @param newUnits units without an earlier line; likewise posts and people
 */
record Edits(
        List<Unit> newUnits,
        List<Post> newPosts,
        List<Person> newPeople,
        Lines<Unit> units,
        Lines<Post> posts,
        Lines<Person> people,
        Lines<Appointment> appointments,
        Lines<Deputy> deputies,
        List<Serving> servings,
        List<Succession> successions,
        Lines<DutyShift> duty) {
    /** Lines that are added, end earlier than they did, or never come to apply. */
    record Lines<V>(List<V> added, List<V> ended, List<V> withdrawn) {
        Lines {
            added = List.copyOf(added);
            ended = List.copyOf(ended);
            withdrawn = List.copyOf(withdrawn);
        }

        boolean isEmpty() {
            return added.isEmpty() && ended.isEmpty() && withdrawn.isEmpty();
        }
    }

    Edits {
        newUnits = List.copyOf(newUnits);
        newPosts = List.copyOf(newPosts);
        newPeople = List.copyOf(newPeople);
        servings = List.copyOf(servings);
        successions = List.copyOf(successions);
    }

    /** Who writes, and when. */
    record By(String staffNumber, Instant at) {}

    boolean isEmpty() {
        return List.of(units, posts, people, appointments, deputies, duty).stream()
                        .allMatch(Lines::isEmpty)
                && servings.isEmpty()
                && successions.isEmpty();
    }

    /** The lines that turn one timeline into another. */
    static <V extends Dated<V>> Lines<V> between(List<V> before, List<V> after) {
        var added = new ArrayList<V>();
        var ended = new ArrayList<V>();
        var withdrawn = new ArrayList<V>();
        for (V old : before) {
            if (!after.contains(old)) {
                after.stream()
                        .filter(line -> ends(old, line))
                        .findFirst()
                        .ifPresentOrElse(ended::add, () -> withdrawn.add(old));
            }
        }
        for (V line : after) {
            if (!before.contains(line) && before.stream().noneMatch(old -> ends(old, line))) {
                added.add(line);
            }
        }
        return new Lines<>(added, ended, withdrawn);
    }

    private static <V extends Dated<V>> boolean ends(V old, V line) {
        return old.span().from().equals(line.span().from())
                && old.during(line.span()).equals(line);
    }

    /**
     * Requires that each of these statements changed its line: lines are never rewritten or removed by anybody else.
     */
    static void requireEach(int[] changed, String sql) {
        for (int lines : changed) {
            if (lines == 0) {
                throw new IllegalStateException("a line of the organisation to be changed was not there: " + sql);
            }
        }
    }
}
