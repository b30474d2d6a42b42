package akashi.organization;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Everything the organisation tables hold at one generation, past and future lines included, indexed. Immutable; shared
 * by the rosters of all dates, so a day needs no work at midnight.
 */
public final class Snapshot {
    final long generation;
    final Rows rows;
    final Index<UnitId, Unit> units;
    final Index<UnitId, Unit> children;
    final Map<String, UnitId> unitCodes;
    final Index<PostId, Post> posts;
    final Index<UnitId, Post> postsOfUnit;
    final Map<String, PostId> postCodes;
    final Index<PersonId, Person> people;
    final Map<String, PersonId> staffNumbers;
    final Index<PersonId, Appointment> appointmentsOfPerson;
    final Index<PostId, Appointment> appointmentsOfPost;
    final Index<PostId, Deputy> deputies;
    final Index<PostId, Deputy> deputised;
    final Index<UnitId, DutyShift> dutyOfUnit;
    final Index<PersonId, DutyShift> dutyOfPerson;
    final Index<UnitId, Serving> servings;
    final Index<UnitId, Succession> successors;
    final Index<UnitId, Succession> predecessors;

    /** The rows as the tables hold them, in any order. */
    public record Rows(
            List<Unit> units,
            List<Post> posts,
            List<Person> people,
            List<Appointment> appointments,
            List<Deputy> deputies,
            List<DutyShift> duty,
            List<Serving> servings,
            List<Succession> successions) {
        public static final Rows NONE =
                new Rows(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

        public Rows {
            units = List.copyOf(units);
            posts = List.copyOf(posts);
            people = List.copyOf(people);
            appointments = List.copyOf(appointments);
            deputies = List.copyOf(deputies);
            duty = List.copyOf(duty);
            servings = List.copyOf(servings);
            successions = List.copyOf(successions);
        }
    }

    public Snapshot(long generation, Rows rows) {
        this.generation = generation;
        this.rows = rows;
        units = Index.of(
                rows.units, Unit::id, Comparator.comparing(unit -> unit.span().from()));
        children = Index.of(
                rows.units.stream().filter(unit -> unit.parent() != null).toList(),
                unit -> Objects.requireNonNull(unit.parent()),
                Comparator.comparingInt(Unit::position).thenComparing(Unit::code));
        unitCodes = rows.units.stream().collect(toUnmodifiableMap(Unit::code, Unit::id, (one, _) -> one));
        posts = Index.of(
                rows.posts, Post::id, Comparator.comparing(post -> post.span().from()));
        postsOfUnit = Index.of(rows.posts, Post::unit, Comparator.comparing(Post::code));
        postCodes = rows.posts.stream().collect(toUnmodifiableMap(Post::code, Post::id, (one, _) -> one));
        people = Index.of(
                rows.people,
                Person::id,
                Comparator.comparing(person -> person.span().from()));
        staffNumbers =
                rows.people.stream().collect(toUnmodifiableMap(Person::staffNumber, Person::id, (one, _) -> one));
        Comparator<Appointment> earliest =
                Comparator.comparing(appointment -> appointment.span().from());
        appointmentsOfPerson = Index.of(rows.appointments, Appointment::person, earliest);
        appointmentsOfPost = Index.of(rows.appointments, Appointment::post, earliest);
        deputies = Index.of(rows.deputies, Deputy::post, Comparator.comparingInt(Deputy::order));
        deputised = Index.of(rows.deputies, Deputy::deputy, Comparator.comparingInt(Deputy::order));
        dutyOfUnit = Index.of(rows.duty, DutyShift::unit, Comparator.comparing(DutyShift::starts));
        dutyOfPerson = Index.of(rows.duty, DutyShift::person, Comparator.comparing(DutyShift::starts));
        servings = Index.of(
                rows.servings,
                Serving::unit,
                Comparator.comparing(serving -> serving.span().from()));
        successors = Index.of(rows.successions, Succession::predecessor, Comparator.comparing(Succession::since));
        predecessors = Index.of(rows.successions, Succession::successor, Comparator.comparing(Succession::since));
    }

    /** Number of the state of the tables these rows are of. */
    public long generation() {
        return generation;
    }

    public Rows rows() {
        return rows;
    }

    /** The lines of each unit, earliest first. */
    public Index<UnitId, Unit> units() {
        return units;
    }

    /** The unit a code (所属コード) stands for, whenever. */
    public Map<String, UnitId> unitCodes() {
        return unitCodes;
    }

    /** The lines of each post, earliest first. */
    public Index<PostId, Post> posts() {
        return posts;
    }

    /** The post a code (職コード) stands for, whenever. */
    public Map<String, PostId> postCodes() {
        return postCodes;
    }

    /** The lines of each person, earliest first. */
    public Index<PersonId, Person> people() {
        return people;
    }

    /** The person a staff number (職員番号) stands for, whenever. */
    public Map<String, PersonId> staffNumbers() {
        return staffNumbers;
    }

    /** What each person was, is and will be appointed to, earliest first. */
    public Index<PersonId, Appointment> appointmentsOfPerson() {
        return appointmentsOfPerson;
    }

    /** Who was, is and will be appointed to each post, earliest first. */
    public Index<PostId, Appointment> appointmentsOfPost() {
        return appointmentsOfPost;
    }

    /** The lines of the posts of each unit, by code. */
    public Index<UnitId, Post> postsOfUnit() {
        return postsOfUnit;
    }

    /** The deputies of each post in their order. */
    public Index<PostId, Deputy> deputies() {
        return deputies;
    }

    /** The shifts of each person, earliest first. */
    public Index<PersonId, DutyShift> dutyOfPerson() {
        return dutyOfPerson;
    }

    /** How all stands on a date. */
    public Roster roster(LocalDate date) {
        return new Roster(this, date);
    }

    /** Lists of values by key, each in a given order; immutable. */
    public static final class Index<K, V> {
        private final Map<K, List<V>> lists;

        private Index(Map<K, List<V>> lists) {
            this.lists = lists;
        }

        static <K, V> Index<K, V> of(
                Collection<V> values, Function<? super V, ? extends K> key, Comparator<? super V> order) {
            var lists = new LinkedHashMap<K, List<V>>();
            values.stream()
                    .sorted(order)
                    .forEach(value -> lists.computeIfAbsent(key.apply(value), _ -> new ArrayList<>())
                            .add(value));
            lists.replaceAll((_, list) -> List.copyOf(list));
            return new Index<>(lists);
        }

        /** The values of this key in their order; none for an unknown one. */
        public List<V> of(K key) {
            return lists.getOrDefault(key, List.of());
        }

        /** The keys that have values, each with its values in their order. */
        public Map<K, List<V>> lists() {
            return Collections.unmodifiableMap(lists);
        }
    }
}
