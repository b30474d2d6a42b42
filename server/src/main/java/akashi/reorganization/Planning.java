package akashi.reorganization;

import akashi.organization.Appointment;
import akashi.organization.AppointmentId;
import akashi.organization.AppointmentKind;
import akashi.organization.Dated;
import akashi.organization.Deputy;
import akashi.organization.DutyShift;
import akashi.organization.Person;
import akashi.organization.PersonId;
import akashi.organization.Post;
import akashi.organization.PostId;
import akashi.organization.Serving;
import akashi.organization.Snapshot;
import akashi.organization.Span;
import akashi.organization.Succession;
import akashi.organization.Unit;
import akashi.organization.UnitId;
import akashi.reorganization.ImportReport.Change;
import akashi.reorganization.ImportReport.Effect;
import akashi.reorganization.ImportReport.Fault;
import akashi.reorganization.Line.AppointmentLine;
import akashi.reorganization.Line.DutyLine;
import akashi.reorganization.Line.OrderLine;
import akashi.reorganization.Line.PersonLine;
import akashi.reorganization.Line.PostLine;
import akashi.reorganization.Line.UnitLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Works out what lines do to the organisation, without touching it: first every line is joined to what is held, then
 * the whole is checked as it would stand. Order within a kind matters only where lines speak of the same thing.
 */
final class Planning {
    private final Draft draft;
    private final LocalDate today;
    private final Instant now;
    private final Supplier<UUID> ids;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();

    private Planning(Snapshot base, LocalDate today, Instant now, Supplier<UUID> ids) {
        draft = new Draft(base);
        this.today = today;
        this.now = now;
        this.ids = ids;
    }

    static Plan plan(Snapshot base, LocalDate today, Instant now, Supplier<UUID> ids, List<? extends Line> lines) {
        var expanded = Orders.expand(base, today, lines);
        var planning = new Planning(base, today, now, ids);
        planning.faults.addAll(expanded.faults());
        return planning.plan(expanded.lines());
    }

    private Plan plan(List<? extends Line> lines) {
        lines.forEach(this::name);
        for (Line line : lines) {
            if (line instanceof UnitLine unit) {
                unit(unit);
            }
        }
        for (Line line : lines) {
            if (line instanceof PostLine post) {
                post(post);
            }
        }
        for (Line line : lines) {
            if (line instanceof PersonLine person) {
                person(person);
            }
        }
        for (Line line : lines) {
            switch (line) {
                case AppointmentLine appointment -> appointment(appointment);
                case DutyLine shift -> duty(shift);
                case UnitLine _, PostLine _, PersonLine _, OrderLine _ -> {}
            }
        }
        var after = draft.after();
        faults.addAll(new Checks(after, lines).faults());
        return new Plan(after, faults, effects);
    }

    /** Codes may be used before the line that brings them. */
    private void name(Line line) {
        switch (line) {
            case UnitLine unit -> draft.unitCodes.computeIfAbsent(unit.code(), _ -> new UnitId(ids.get()));
            case PostLine post -> draft.postCodes.computeIfAbsent(post.code(), _ -> new PostId(ids.get()));
            case PersonLine person ->
                draft.staffNumbers.computeIfAbsent(person.staffNumber(), _ -> new PersonId(ids.get()));
            case AppointmentLine _, DutyLine _, OrderLine _ -> {}
        }
    }

    private void unit(UnitLine line) {
        var id = known(draft.unitCodes, line.code(), line.at(), Columns.UNIT, "unit-unknown");
        var parent = line.parent() == null
                ? null
                : known(draft.unitCodes, line.parent(), line.at(), Columns.PARENT, "unit-unknown");
        if (id == null || (line.parent() != null && parent == null)) {
            return;
        }
        boolean sample =
                draft.base.units().of(id).stream().findFirst().map(Unit::sample).orElse(line.sample());
        var unit = new Unit(
                id,
                line.code(),
                line.name(),
                line.nameEn(),
                line.kind(),
                parent,
                line.position(),
                line.source(),
                sample,
                line.span());
        join(draft.base.units().of(id), draft.units, id, unit, line.at(), line.name());
        line.predecessors().forEach(code -> succeed(line, code, id));
        line.serves().forEach(code -> serve(line, code, id));
    }

    private void succeed(UnitLine line, String code, UnitId successor) {
        var predecessor = known(draft.unitCodes, code, line.at(), Columns.PREDECESSORS, "unit-unknown");
        if (predecessor == null) {
            return;
        }
        if (predecessor.equals(successor)) {
            faults.add(line.at().fault(Columns.PREDECESSORS, "succeeds-itself", code));
            return;
        }
        if (draft.successions.stream()
                .noneMatch(held -> held.predecessor().equals(predecessor)
                        && held.successor().equals(successor))) {
            draft.successions.add(
                    new Succession(predecessor, successor, line.span().from(), line.source()));
        }
    }

    private void serve(UnitLine line, String code, UnitId unit) {
        var served = code.equals(Line.EVERYBODY)
                ? null
                : known(draft.unitCodes, code, line.at(), Columns.SERVES, "unit-unknown");
        if (served == null && !code.equals(Line.EVERYBODY)) {
            return;
        }
        var serving = new Serving(unit, served, Span.since(line.span().from()));
        if (unit.equals(served)) {
            faults.add(line.at().fault(Columns.SERVES, "serves-itself", code));
        } else if (draft.servings.stream()
                .noneMatch(held -> held.unit().equals(unit)
                        && Objects.equals(held.served(), served)
                        && held.span().overlaps(serving.span()))) {
            draft.servings.add(serving);
        }
    }

    private void post(PostLine line) {
        var id = known(draft.postCodes, line.code(), line.at(), Columns.POST, "post-unknown");
        var unit = known(draft.unitCodes, line.unit(), line.at(), Columns.UNIT, "unit-unknown");
        if (id == null || unit == null) {
            return;
        }
        var held = draft.posts.getOrDefault(id, List.of());
        if (!held.isEmpty() && !held.getFirst().unit().equals(unit)) {
            faults.add(line.at().fault(Columns.UNIT, "post-of-other-unit", line.code()));
            return;
        }
        boolean sample = held.isEmpty() ? line.sample() : held.getFirst().sample();
        var post = new Post(
                id,
                line.code(),
                unit,
                line.title(),
                line.titleEn(),
                line.postClass(),
                line.seats(),
                sample,
                line.span());
        join(draft.base.posts().of(id), draft.posts, id, post, line.at(), line.title());
        if (line.deputies() != null) {
            deputies(line, line.deputies(), id);
        }
    }

    private void deputies(PostLine line, List<String> codes, PostId post) {
        var from = line.span().from();
        var held = draft.deputies.getOrDefault(post, List.of());
        var now = new ArrayList<Deputy>();
        for (Deputy deputy : held) {
            if (deputy.span().from().isBefore(from)) {
                now.add(
                        deputy.span().contains(from)
                                ? deputy.during(deputy.span().ending(from))
                                : deputy);
            }
        }
        int order = 0;
        for (String code : codes) {
            var deputy = known(draft.postCodes, code, line.at(), Columns.DEPUTIES, "post-unknown");
            if (deputy != null && deputy.equals(post)) {
                faults.add(line.at().fault(Columns.DEPUTIES, "deputises-itself", code));
            } else if (deputy != null) {
                now.add(new Deputy(post, deputy, ++order, Span.since(from)));
            }
        }
        boolean same = held.stream()
                .filter(deputy -> deputy.span().until() == null)
                .map(Deputy::deputy)
                .toList()
                .equals(now.stream()
                        .filter(deputy -> deputy.span().until() == null)
                        .map(Deputy::deputy)
                        .toList());
        if (!same) {
            draft.deputies.put(post, List.copyOf(now));
        }
    }

    private void person(PersonLine line) {
        var id = known(draft.staffNumbers, line.staffNumber(), line.at(), Columns.STAFF_NUMBER, "person-unknown");
        if (id == null) {
            return;
        }
        boolean sample = draft.base.people().of(id).stream()
                .findFirst()
                .map(Person::sample)
                .orElse(line.sample());
        var person = new Person(
                id,
                line.staffNumber(),
                line.name(),
                line.kana(),
                line.romaji(),
                line.rank(),
                line.employment(),
                line.duty(),
                sample,
                line.span());
        join(draft.base.people().of(id), draft.people, id, person, line.at(), line.name());
        if (line.duty().leaves()) {
            leave(id, line.span().from());
        }
    }

    /** Whoever leaves holds no post from that day on. */
    private void leave(PersonId id, LocalDate from) {
        draft.appointments.computeIfPresent(
                id,
                (_, held) -> held.stream()
                        .filter(appointment -> appointment.span().from().isBefore(from))
                        .map(appointment -> appointment.span().contains(from)
                                ? appointment.during(appointment.span().ending(from))
                                : appointment)
                        .toList());
    }

    private void appointment(AppointmentLine line) {
        var person = known(draft.staffNumbers, line.staffNumber(), line.at(), Columns.STAFF_NUMBER, "person-unknown");
        var post = known(draft.postCodes, line.post(), line.at(), Columns.POST, "post-unknown");
        if (person == null || post == null || !draft.posts.containsKey(post)) {
            return;
        }
        var unit = draft.posts.get(post).getFirst().unit();
        var appointment = new Appointment(
                new AppointmentId(ids.get()), person, post, unit, line.kind(), line.document(), line.span());
        var held = relieved(draft.appointments.getOrDefault(person, List.of()), appointment);
        var clash = held.stream()
                .filter(other -> other.post().equals(post) && other.kind() != line.kind())
                .filter(other -> other.span().overlaps(line.span()))
                .findFirst();
        if (clash.isPresent()) {
            faults.add(contradiction(line.at(), line.staffNumber(), clash.get().span()));
            return;
        }
        var same = held.stream().filter(other -> meets(other, appointment)).toList();
        var base = draft.base.appointmentsOfPerson().of(person);
        var outcome = within(base, same, Timeline.join(same, appointment, today, false));
        joined(line.at(), line.staffNumber(), line.span(), outcome).ifPresent(now -> {
            var all = new ArrayList<>(held);
            all.removeAll(same);
            all.addAll(now);
            draft.appointments.put(person, List.copyOf(all));
        });
    }

    /** Whoever comes to hold a post as the principal one no longer acts in it. */
    private static List<Appointment> relieved(List<Appointment> held, Appointment line) {
        var from = line.span().from();
        return held.stream()
                .map(other -> line.kind() == AppointmentKind.PRINCIPAL
                                && other.kind() != AppointmentKind.PRINCIPAL
                                && other.post().equals(line.post())
                                && other.span().from().isBefore(from)
                                && other.span().contains(from)
                        ? other.during(other.span().ending(from))
                        : other)
                .toList();
    }

    /** Principal appointments follow each other; the others do post by post. */
    private static boolean meets(Appointment held, Appointment line) {
        return held.kind() == line.kind()
                && (line.kind() == AppointmentKind.PRINCIPAL || held.post().equals(line.post()));
    }

    private void duty(DutyLine line) {
        var unit = known(draft.unitCodes, line.unit(), line.at(), Columns.UNIT, "unit-unknown");
        var person = known(draft.staffNumbers, line.staffNumber(), line.at(), Columns.STAFF_NUMBER, "person-unknown");
        if (unit == null || person == null) {
            return;
        }
        var shift = new DutyShift(unit, person, line.chief(), line.starts(), line.ends());
        var held = new ArrayList<>(draft.duty.getOrDefault(person, List.of()));
        boolean late = shift.starts().isBefore(now);
        if (held.contains(shift)) {
            effects.add(effect(line.at(), Change.UNCHANGED, line.staffNumber(), late));
            return;
        }
        var overlapping = held.stream().filter(shift::overlaps).toList();
        if (overlapping.stream()
                .anyMatch(other -> !other.starts().isAfter(now)
                        || !draft.base.rows().duty().contains(other))) {
            faults.add(line.at().fault(Columns.STARTS, "shift-overlaps", line.staffNumber()));
            return;
        }
        held.removeAll(overlapping);
        held.add(shift);
        draft.duty.put(person, List.copyOf(held));
        var change = overlapping.isEmpty() ? Change.ADDED : Change.REPLACED;
        effects.add(effect(line.at(), change, line.staffNumber(), late));
    }

    private <K, V extends Dated<V>> void join(
            List<V> base, Map<K, List<V>> lists, K key, V line, Place at, String subject) {
        var held = lists.getOrDefault(key, List.of());
        joined(at, subject, line.span(), within(base, held, Timeline.join(held, line, today, true)))
                .ifPresent(now -> {
                    if (!now.equals(held)) {
                        lists.put(key, now);
                    }
                });
    }

    private <V extends Dated<V>> Optional<List<V>> joined(
            Place at, String subject, Span span, Timeline.Joined<V> outcome) {
        return switch (outcome) {
            case Timeline.Fits<V>(List<V> now, Change change) -> {
                var day = change == Change.ENDED ? span.until() : span.from();
                effects.add(
                        effect(at, change, subject, change != Change.UNCHANGED && day != null && day.isBefore(today)));
                yield Optional.of(now);
            }
            case Timeline.Contradicts<V>(V held) -> {
                faults.add(contradiction(at, subject, held.span()));
                yield Optional.empty();
            }
        };
    }

    /** Two lines of one import never replace each other; only what the tables hold can be replaced. */
    private static <V extends Dated<V>> Timeline.Joined<V> within(
            List<V> base, List<V> held, Timeline.Joined<V> outcome) {
        if (outcome instanceof Timeline.Fits<V>(List<V> now, Change change) && change == Change.REPLACED) {
            for (V other : held) {
                if (!now.contains(other) && !base.contains(other)) {
                    return new Timeline.Contradicts<>(other);
                }
            }
        }
        return outcome;
    }

    private static Fault contradiction(Place at, String subject, Span held) {
        String from = held.from().toString();
        return held.lastDay()
                .map(last -> at.fault(Columns.FROM, "contradicts", subject, from, last.toString()))
                .orElseGet(() -> at.fault(Columns.FROM, "contradicts-open", subject, from));
    }

    private static Effect effect(Place at, Change change, String subject, boolean late) {
        return new Effect(at.file(), at.line(), change, subject, late);
    }

    private <V> @Nullable V known(Map<String, V> codes, String code, Place at, String column, String message) {
        V id = codes.get(code);
        if (id == null) {
            faults.add(at.fault(column, message, code));
        }
        return id;
    }
}
