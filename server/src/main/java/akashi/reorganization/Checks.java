package akashi.reorganization;

import akashi.calendar.JapaneseDates;
import akashi.organization.Appointment;
import akashi.organization.AppointmentKind;
import akashi.organization.Post;
import akashi.organization.PostId;
import akashi.organization.Roster;
import akashi.organization.Snapshot;
import akashi.organization.Span;
import akashi.organization.UnitId;
import akashi.reorganization.ImportReport.Fault;
import akashi.reorganization.Line.AppointmentLine;
import akashi.reorganization.Line.DutyLine;
import akashi.reorganization.Line.OrderLine;
import akashi.reorganization.Line.PersonLine;
import akashi.reorganization.Line.PostLine;
import akashi.reorganization.Line.UnitLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Whether the organisation, as it would stand, is whole wherever the lines touched it. */
final class Checks {
    private final Snapshot after;
    private final List<? extends Line> lines;
    private final List<Fault> faults = new ArrayList<>();

    Checks(Snapshot after, List<? extends Line> lines) {
        this.after = after;
        this.lines = lines;
    }

    /** Every fault found, in order of the lines. */
    List<Fault> faults() {
        for (Line line : lines) {
            switch (line) {
                case UnitLine unit -> unit(unit);
                case PostLine post -> post(post);
                case PersonLine person -> person(person);
                case AppointmentLine appointment -> appointment(appointment);
                case DutyLine shift -> duty(shift);
                case OrderLine _ -> throw new IllegalStateException("orders are said in other lines first");
            }
        }
        return faults;
    }

    private Roster on(LocalDate day) {
        return after.roster(day);
    }

    private void unit(UnitLine line) {
        var roster = on(line.span().from());
        var id = after.unitCodes().get(line.code());
        if (id == null) {
            return;
        }
        var parent = line.parent();
        if (parent != null && after.unitCodes().containsKey(parent)) {
            if (roster.unitByCode(parent).isEmpty()) {
                faults.add(line.at().fault(Columns.PARENT, "unit-not-in-force", parent, day(line.span())));
            } else if (circular(roster, id)) {
                faults.add(line.at().fault(Columns.PARENT, "unit-circle", line.code(), parent));
            }
        }
        abolished(line, id);
    }

    private static boolean circular(Roster roster, UnitId id) {
        var line = roster.lineage(id);
        return line.getLast().parent() != null
                && line.stream()
                        .anyMatch(unit -> unit.id().equals(line.getLast().parent()));
    }

    /** A unit can only end after everything below it has. */
    private void abolished(UnitLine line, UnitId id) {
        var end = line.span().until();
        if (end == null || on(end).unit(id).isPresent()) {
            return;
        }
        var below = on(end).children(id);
        if (!below.isEmpty()) {
            faults.add(line.at()
                    .fault(
                            Columns.LAST_DAY,
                            "unit-has-units",
                            line.name(),
                            below.getFirst().name()));
        }
        long people = after.postsOfUnit().of(id).stream()
                .map(Post::id)
                .distinct()
                .flatMap(post -> after.appointmentsOfPost().of(post).stream())
                .filter(appointment -> appointment.span().contains(end))
                .count();
        if (people > 0) {
            faults.add(line.at().fault(Columns.LAST_DAY, "unit-has-people", line.name(), people));
        }
    }

    private void post(PostLine line) {
        if (after.unitCodes().containsKey(line.unit())
                && on(line.span().from()).unitByCode(line.unit()).isEmpty()) {
            faults.add(line.at().fault(Columns.UNIT, "unit-not-in-force", line.unit(), day(line.span())));
        }
        var id = after.postCodes().get(line.code());
        if (id != null && line.seats() > 0) {
            var holders = after.appointmentsOfPost().of(id).stream()
                    .filter(held -> held.kind() != AppointmentKind.ACTING)
                    .toList();
            if (tooMany(id, holders, line.span().from())) {
                faults.add(line.at().fault(Columns.SEATS, "seats-taken", line.code(), line.seats(), day(line.span())));
            }
        }
    }

    private void person(PersonLine line) {
        if (line.rank().employment() != line.employment()) {
            faults.add(line.at()
                    .fault(
                            Columns.RANK,
                            "rank-of-other-employment",
                            line.rank().written(),
                            line.employment().written()));
        }
    }

    private void appointment(AppointmentLine line) {
        var roster = on(line.span().from());
        if (after.staffNumbers().containsKey(line.staffNumber())) {
            var person = roster.byStaffNumber(line.staffNumber());
            if (person.isEmpty() || person.get().duty().leaves()) {
                faults.add(line.at()
                        .fault(Columns.STAFF_NUMBER, "person-not-in-force", line.staffNumber(), day(line.span())));
            }
        }
        var post = after.postCodes().get(line.post());
        if (post != null) {
            if (roster.post(post).isEmpty()) {
                faults.add(line.at().fault(Columns.POST, "post-not-in-force", line.post(), day(line.span())));
            }
            seats(post, line);
        }
    }

    private void duty(DutyLine line) {
        var roster = on(JapaneseDates.dateOf(line.starts()));
        if (after.staffNumbers().containsKey(line.staffNumber())
                && roster.byStaffNumber(line.staffNumber()).isEmpty()) {
            faults.add(line.at()
                    .fault(
                            Columns.STAFF_NUMBER,
                            "person-not-in-force",
                            line.staffNumber(),
                            roster.date().toString()));
        }
        if (after.unitCodes().containsKey(line.unit())
                && roster.unitByCode(line.unit()).isEmpty()) {
            faults.add(line.at()
                    .fault(
                            Columns.UNIT,
                            "unit-not-in-force",
                            line.unit(),
                            roster.date().toString()));
        }
    }

    /**
     * The number of holders only grows on the first day of an appointment, so those days within the line are looked at.
     */
    private void seats(PostId id, AppointmentLine line) {
        if (line.kind() == AppointmentKind.ACTING
                || after.posts().of(id).stream().allMatch(post -> post.seats() == 0)) {
            return;
        }
        var holders = after.appointmentsOfPost().of(id).stream()
                .filter(held -> held.kind() != AppointmentKind.ACTING)
                .toList();
        var person = after.staffNumbers().get(line.staffNumber());
        if (holders.stream()
                .noneMatch(held -> held.person().equals(person)
                        && held.span().from().equals(line.span().from()))) {
            return;
        }
        var crowded = holders.stream()
                .map(held -> held.span().from())
                .filter(day -> line.span().contains(day) && tooMany(id, holders, day))
                .findFirst();
        crowded.ifPresent(day -> faults.add(line.at()
                .fault(
                        Columns.POST,
                        "seats-taken",
                        line.post(),
                        on(day).post(id).map(Post::seats).orElse(0),
                        day.toString())));
    }

    private boolean tooMany(PostId id, List<Appointment> holders, LocalDate day) {
        int seats = on(day).post(id).map(Post::seats).orElse(0);
        return seats > 0
                && holders.stream().filter(held -> held.span().contains(day)).count() > seats;
    }

    private static String day(Span span) {
        return span.from().toString();
    }
}
