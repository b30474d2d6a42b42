package akashi.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The organisation as it stands on one date: an immutable view in memory, no I/O, safe to share. Lookups find what is
 * in force on that date only; {@link Organization#roster(LocalDate)} gives that of another one.
 */
public final class Roster {
    private final Snapshot snapshot;
    private final LocalDate date;

    Roster(Snapshot snapshot, LocalDate date) {
        this.snapshot = snapshot;
        this.date = date;
    }

    /** The date looked at. */
    public LocalDate date() {
        return date;
    }

    /** Number of the state of the tables; grows with every change, also with one that takes effect later. */
    long generation() {
        return snapshot.generation;
    }

    /** The same state of the tables, looked at on another date. */
    Roster at(LocalDate other) {
        return other.equals(date) ? this : new Roster(snapshot, other);
    }

    // units

    /** The unit, if it exists on this date. */
    public Optional<Unit> unit(UnitId id) {
        return inForce(snapshot.units.of(id), Unit::span);
    }

    public Optional<Unit> unitByCode(String code) {
        return Optional.ofNullable(snapshot.unitCodes.get(code)).flatMap(this::unit);
    }

    /** Every unit of this date; parents come before their children. */
    public List<Unit> units() {
        var units = new ArrayList<Unit>();
        roots().forEach(root -> collect(root, units));
        return units;
    }

    /** The units without parent. */
    List<Unit> roots() {
        return inForce(snapshot.units.lists().values(), Unit::span).stream()
                .filter(unit -> unit.parent() == null)
                .sorted(Comparator.comparingInt(Unit::position))
                .toList();
    }

    /** The units directly below, in order. */
    public List<Unit> children(UnitId id) {
        return snapshot.children.of(id).stream()
                .filter(unit -> unit.span().contains(date))
                .toList();
    }

    /** The unit and what it belongs to, from the unit up. */
    public List<Unit> lineage(UnitId id) {
        var line = new ArrayList<Unit>();
        var seen = new LinkedHashSet<UnitId>();
        var next = unit(id);
        while (next.isPresent() && seen.add(next.get().id())) {
            line.add(next.get());
            next = Optional.ofNullable(next.get().parent()).flatMap(this::unit);
        }
        return line;
    }

    /** The 所属 a unit is or belongs to; empty above that level (部, 本部). */
    public Optional<Unit> command(UnitId id) {
        return lineage(id).stream().filter(unit -> unit.kind().command()).findFirst();
    }

    /** The unit's name after that of the 所属 it belongs to: a box's name alone says nothing outside its station. */
    public String fullName(Unit unit, Locale language) {
        return command(unit.id())
                .filter(command -> !command.id().equals(unit.id()))
                .map(command -> command.name(language) + " " + unit.name(language))
                .orElse(unit.name(language));
    }

    /** Whether the unit is {@code ancestor} or below it. */
    public boolean within(UnitId unit, UnitId ancestor) {
        return unit.equals(ancestor)
                || lineage(unit).stream().anyMatch(above -> above.id().equals(ancestor));
    }

    /**
     * Whether the asker's unit may handle a matter of the other unit as its own: both belong to the same 所属, or the
     * asker's unit (or one it belongs to) serves it. A unit that is gone stands for its successors.
     */
    public boolean serves(UnitId asker, UnitId caseUnit) {
        var own = command(asker).map(Unit::id).orElse(asker);
        var line = lineage(asker);
        return current(caseUnit).stream()
                .anyMatch(target -> within(target, own) || line.stream().anyMatch(above -> works(above.id(), target)));
    }

    private boolean works(UnitId unit, UnitId target) {
        for (var serving : snapshot.servings.of(unit)) {
            var served = serving.served();
            if (serving.span().contains(date) && (served == null || within(target, served))) {
                return true;
            }
        }
        return false;
    }

    /** The unit itself while it exists, else those that took over from it, however often; else the unit itself. */
    public Set<UnitId> current(UnitId id) {
        var found = new LinkedHashSet<UnitId>();
        follow(id, found, new LinkedHashSet<>());
        return found.isEmpty() ? Set.of(id) : found;
    }

    private void follow(UnitId id, Set<UnitId> found, Set<UnitId> seen) {
        if (!seen.add(id)) {
            return;
        }
        if (unit(id).isPresent()) {
            found.add(id);
            return;
        }
        for (var succession : snapshot.successors.of(id)) {
            if (!succession.since().isAfter(date)) {
                follow(succession.successor(), found, seen);
            }
        }
    }

    /** Every line of a unit, earliest first, whatever the date: its historic names. */
    List<Unit> historyOfUnit(UnitId id) {
        return snapshot.units.of(id);
    }

    /** The id behind a code, also of a unit that does not exist on this date. */
    Optional<UnitId> unitIdOf(String code) {
        return Optional.ofNullable(snapshot.unitCodes.get(code));
    }

    List<Succession> successorsOf(UnitId id) {
        return snapshot.successors.of(id);
    }

    List<Succession> predecessorsOf(UnitId id) {
        return snapshot.predecessors.of(id);
    }

    // posts

    public Optional<Post> post(PostId id) {
        return inForce(snapshot.posts.of(id), Post::span);
    }

    /** The unit a post belonged to last, also when the post is gone; empty for an unknown one. */
    public Optional<UnitId> lastUnitOf(PostId id) {
        var lines = snapshot.posts.of(id);
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast().unit());
    }

    public Optional<Post> postByCode(String code) {
        return Optional.ofNullable(snapshot.postCodes.get(code)).flatMap(this::post);
    }

    /** The posts of this unit alone, in order of their codes. */
    public List<Post> postsOf(UnitId id) {
        return snapshot.postsOfUnit.of(id).stream()
                .filter(post -> post.span().contains(date))
                .toList();
    }

    /** Every post of this unit, whatever the date, in its latest line. */
    List<Post> allPostsOf(UnitId id) {
        return snapshot.postsOfUnit.of(id).stream()
                .map(post -> snapshot.posts.of(post.id()).getLast())
                .distinct()
                .toList();
    }

    /** Who deputises for the holder of this post, first in order first. */
    public List<Deputy> deputiesOf(PostId id) {
        return snapshot.deputies.of(id).stream()
                .filter(deputy -> deputy.span().contains(date))
                .toList();
    }

    /**
     * The post whose holder acts for this one today (代理): the first of its deputies who may act, where nobody who may
     * act holds it. Empty where the holder acts, or nobody can.
     */
    public Optional<PostId> standIn(PostId id) {
        return able(id)
                ? Optional.empty()
                : deputiesOf(id).stream().map(Deputy::deputy).filter(this::able).findFirst();
    }

    /** The posts of others for which this person acts today. */
    public List<Post> standingIn(PersonId id) {
        var own = appointmentsOf(id).stream().map(Appointment::post).toList();
        return own.stream()
                .flatMap(post -> snapshot.deputised.of(post).stream())
                .filter(deputy -> deputy.span().contains(date))
                .map(Deputy::post)
                .distinct()
                .filter(post -> standIn(post).filter(own::contains).isPresent())
                .flatMap(post -> post(post).stream())
                .toList();
    }

    private boolean able(PostId id) {
        return holdersOf(id).stream()
                .anyMatch(held -> person(held.person())
                        .filter(person -> person.duty().mayAct())
                        .isPresent());
    }

    // people

    public Optional<Person> person(PersonId id) {
        return inForce(snapshot.people.of(id), Person::span);
    }

    public Optional<Person> byStaffNumber(String staffNumber) {
        return Optional.ofNullable(snapshot.staffNumbers.get(staffNumber)).flatMap(this::person);
    }

    /** Everybody of this date, in no order. */
    public List<Person> people() {
        return inForce(snapshot.people.lists().values(), Person::span);
    }

    /** Every line of a person, earliest first, whatever the date. */
    List<Person> historyOfPerson(PersonId id) {
        return snapshot.people.of(id);
    }

    // appointments

    /**
     * The appointments of a person on this date: person, post and unit exist. Whether they may act is the duty state's.
     */
    public List<Appointment> appointmentsOf(PersonId id) {
        return person(id).isEmpty()
                ? List.of()
                : snapshot.appointmentsOfPerson.of(id).stream()
                        .filter(this::effective)
                        .toList();
    }

    public List<Appointment> appointmentsOf(PersonId id, LocalDate on) {
        return at(on).appointmentsOf(id);
    }

    /** The principal appointment (本務). */
    public Optional<Appointment> principalOf(PersonId id) {
        return appointmentsOf(id).stream()
                .filter(appointment -> appointment.kind() == AppointmentKind.PRINCIPAL)
                .findFirst();
    }

    /** Who holds this post on this date. */
    public List<Appointment> holdersOf(PostId id) {
        return snapshot.appointmentsOfPost.of(id).stream()
                .filter(this::effective)
                .filter(appointment -> person(appointment.person()).isPresent())
                .toList();
    }

    /** Every appointment of a person, earliest first, whatever the date; ended and coming ones included. */
    List<Appointment> historyOfAppointments(PersonId id) {
        return snapshot.appointmentsOfPerson.of(id);
    }

    /** Every appointment to a post, earliest first, whatever the date. */
    List<Appointment> historyOfHolders(PostId id) {
        return snapshot.appointmentsOfPost.of(id);
    }

    /** Units in which a principal appointment begins on this day. */
    public Set<UnitId> unitsJoinedOn(LocalDate day) {
        var joined = new LinkedHashSet<UnitId>();
        for (var appointment : snapshot.rows.appointments()) {
            if (appointment.kind() == AppointmentKind.PRINCIPAL
                    && appointment.span().from().equals(day)) {
                joined.add(appointment.unit());
            }
        }
        return joined;
    }

    /** Number of people whose principal appointment is in each unit or below it; units without anybody are missing. */
    Map<UnitId, Integer> headcounts() {
        var counts = new HashMap<UnitId, Integer>();
        for (var appointment : snapshot.rows.appointments()) {
            if (appointment.kind() == AppointmentKind.PRINCIPAL
                    && effective(appointment)
                    && person(appointment.person()).isPresent()) {
                lineage(appointment.unit()).forEach(unit -> counts.merge(unit.id(), 1, Integer::sum));
            }
        }
        return counts;
    }

    private boolean effective(Appointment appointment) {
        return appointment.span().contains(date)
                && post(appointment.post()).isPresent()
                && unit(appointment.unit()).isPresent();
    }

    // duty outside office hours

    /** The duty officers (当直) of a unit at this instant, those in charge first. */
    public List<DutyShift> onDuty(UnitId id, Instant at) {
        return snapshot.dutyOfUnit.of(id).stream()
                .filter(shift -> shift.contains(at))
                .sorted(Comparator.comparing(shift -> !shift.chief()))
                .toList();
    }

    /** The shift (当直) a person stands at this instant. */
    public Optional<DutyShift> shiftOf(PersonId id, Instant at) {
        return snapshot.dutyOfPerson.of(id).stream()
                .filter(shift -> shift.contains(at))
                .findFirst();
    }

    /** The shifts of a unit that end after this instant, earliest first. */
    List<DutyShift> comingDuty(UnitId id, Instant at) {
        return snapshot.dutyOfUnit.of(id).stream()
                .filter(shift -> shift.ends().isAfter(at))
                .toList();
    }

    private void collect(Unit unit, List<Unit> into) {
        into.add(unit);
        children(unit.id()).forEach(child -> collect(child, into));
    }

    private <V> List<V> inForce(Collection<List<V>> timelines, Function<V, Span> span) {
        var found = new ArrayList<V>();
        timelines.forEach(line -> inForce(line, span).ifPresent(found::add));
        return found;
    }

    private <V> Optional<V> inForce(List<V> line, Function<V, Span> span) {
        for (V value : line) {
            if (span.apply(value).contains(date)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
