package akashi.organization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The organisation while lines are being put into it: a private, changeable copy of a snapshot. */
final class Draft {
    final Snapshot base;
    final Map<UnitId, List<Unit>> units = new LinkedHashMap<>();
    final Map<PostId, List<Post>> posts = new LinkedHashMap<>();
    final Map<PersonId, List<Person>> people = new LinkedHashMap<>();
    final Map<PersonId, List<Appointment>> appointments = new LinkedHashMap<>();
    final Map<PostId, List<Deputy>> deputies = new LinkedHashMap<>();
    final Map<PersonId, List<DutyShift>> duty = new LinkedHashMap<>();
    final List<Serving> servings;
    final List<Succession> successions;
    final Map<String, UnitId> unitCodes;
    final Map<String, PostId> postCodes;
    final Map<String, PersonId> staffNumbers;

    Draft(Snapshot base) {
        this.base = base;
        fill(units, base.units.lists(), list -> list.getFirst().id());
        fill(posts, base.posts.lists(), list -> list.getFirst().id());
        fill(people, base.people.lists(), list -> list.getFirst().id());
        fill(
                appointments,
                base.appointmentsOfPerson.lists(),
                list -> list.getFirst().person());
        fill(deputies, base.deputies.lists(), list -> list.getFirst().post());
        fill(duty, base.dutyOfPerson.lists(), list -> list.getFirst().person());
        servings = new ArrayList<>(base.rows.servings());
        successions = new ArrayList<>(base.rows.successions());
        unitCodes = new HashMap<>(base.unitCodes);
        postCodes = new HashMap<>(base.postCodes);
        staffNumbers = new HashMap<>(base.staffNumbers);
    }

    private static <K, V> void fill(
            Map<K, List<V>> into, Collection<List<V>> lists, java.util.function.Function<List<V>, K> key) {
        lists.forEach(list -> into.put(key.apply(list), list));
    }

    /** What the tables will hold. */
    Snapshot after() {
        return new Snapshot(
                base.generation,
                new Snapshot.Rows(
                        all(units),
                        all(posts),
                        all(people),
                        all(appointments),
                        all(deputies),
                        all(duty),
                        servings,
                        successions));
    }

    /** What has to be written to get there. */
    Edits edits() {
        return new Edits(
                units.values().stream()
                        .map(List::getFirst)
                        .filter(unit -> base.units.of(unit.id()).isEmpty())
                        .toList(),
                posts.values().stream()
                        .map(List::getFirst)
                        .filter(post -> base.posts.of(post.id()).isEmpty())
                        .toList(),
                people.values().stream()
                        .map(List::getFirst)
                        .filter(person -> base.people.of(person.id()).isEmpty())
                        .toList(),
                lines(units, base.units),
                lines(posts, base.posts),
                lines(people, base.people),
                lines(appointments, base.appointmentsOfPerson),
                lines(deputies, base.deputies),
                added(servings, base.rows.servings()),
                added(successions, base.rows.successions()),
                shifts());
    }

    private Edits.Lines<DutyShift> shifts() {
        var before = base.rows.duty();
        var after = all(duty);
        return new Edits.Lines<>(added(after, before), List.of(), added(before, after));
    }

    private static <K, V extends Dated<V>> Edits.Lines<V> lines(Map<K, List<V>> after, Index<K, V> before) {
        var added = new ArrayList<V>();
        var ended = new ArrayList<V>();
        var withdrawn = new ArrayList<V>();
        after.forEach((key, list) -> {
            var held = before.of(key);
            if (!list.equals(held)) {
                var lines = Edits.between(held, list);
                added.addAll(lines.added());
                ended.addAll(lines.ended());
                withdrawn.addAll(lines.withdrawn());
            }
        });
        return new Edits.Lines<>(added, ended, withdrawn);
    }

    private static <V> List<V> added(List<V> after, List<V> before) {
        var held = new java.util.HashSet<>(before);
        return after.stream().filter(value -> !held.contains(value)).toList();
    }

    private static <K, V> List<V> all(Map<K, List<V>> lists) {
        return lists.values().stream().flatMap(List::stream).toList();
    }
}
