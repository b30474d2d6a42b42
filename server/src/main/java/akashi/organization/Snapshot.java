package akashi.organization;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Everything the organisation tables hold at one generation, past and future lines included, indexed. Immutable; shared
 * by the rosters of all dates, so a day needs no work at midnight.
 */
final class Snapshot {
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

    /** The rows as the tables hold them. */
    record Rows(
            List<Unit> units,
            List<Post> posts,
            List<Person> people,
            List<Appointment> appointments,
            List<Deputy> deputies,
            List<DutyShift> duty,
            List<Serving> servings,
            List<Succession> successions) {
        static final Rows NONE =
                new Rows(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

        Rows {
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

    Snapshot(long generation, Rows rows) {
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
}
