package akashi.organization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
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

    /** What turns one state into another. */
    static Edits between(Snapshot before, Snapshot after) {
        return new Edits(
                newcomers(before.units, after.units),
                newcomers(before.posts, after.posts),
                newcomers(before.people, after.people),
                between(before.units, after.units),
                between(before.posts, after.posts),
                between(before.people, after.people),
                between(before.appointmentsOfPerson, after.appointmentsOfPerson),
                between(before.deputies, after.deputies),
                added(before.rows.servings(), after.rows.servings()),
                added(before.rows.successions(), after.rows.successions()),
                new Lines<>(
                        added(before.rows.duty(), after.rows.duty()),
                        List.of(),
                        added(after.rows.duty(), before.rows.duty())));
    }

    private static <K, V> List<V> newcomers(Snapshot.Index<K, V> before, Snapshot.Index<K, V> after) {
        return after.lists().entrySet().stream()
                .filter(entry -> before.of(entry.getKey()).isEmpty())
                .map(entry -> entry.getValue().getFirst())
                .toList();
    }

    private static <K, V extends Dated<V>> Lines<V> between(Snapshot.Index<K, V> before, Snapshot.Index<K, V> after) {
        var added = new ArrayList<V>();
        var ended = new ArrayList<V>();
        var withdrawn = new ArrayList<V>();
        var keys = new LinkedHashSet<>(before.lists().keySet());
        keys.addAll(after.lists().keySet());
        for (K key : keys) {
            var held = before.of(key);
            var now = after.of(key);
            if (!now.equals(held)) {
                var lines = between(held, now);
                added.addAll(lines.added());
                ended.addAll(lines.ended());
                withdrawn.addAll(lines.withdrawn());
            }
        }
        return new Lines<>(added, ended, withdrawn);
    }

    private static <V> List<V> added(List<V> before, List<V> after) {
        var held = new HashSet<>(before);
        return after.stream().filter(value -> !held.contains(value)).toList();
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
