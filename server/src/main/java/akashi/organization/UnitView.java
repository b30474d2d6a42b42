package akashi.organization;

import akashi.calendar.JapaneseDates;
import akashi.organization.UnitPage.ComingRow;
import akashi.organization.UnitPage.DutyRow;
import akashi.organization.UnitPage.Facts;
import akashi.organization.UnitPage.Holder;
import akashi.organization.UnitPage.Link;
import akashi.organization.UnitPage.Name;
import akashi.organization.UnitPage.PostRow;
import akashi.organization.UnitPage.Related;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Makes the page of one unit from a roster. */
final class UnitView {
    private final Roster roster;
    private final Locale language;
    private final Instant now;
    private final TreeView rows;

    UnitView(Roster roster, Locale language, Instant now) {
        this.roster = roster;
        this.language = language;
        this.now = now;
        rows = new TreeView(roster, language);
    }

    UnitPage page(UnitId id, AsOf asOf) {
        var history = roster.historyOfUnit(id);
        var current = roster.unit(id);
        var unit = current.orElse(history.getLast());
        return new UnitPage(
                asOf,
                new Facts(
                        unit.code(),
                        unit.name(language),
                        "organization.kind." + unit.kind(),
                        rows.row(unit, 0).count(),
                        unit.span(),
                        unit.source(),
                        unit.sample(),
                        current.isPresent()),
                roster.lineage(id).stream()
                        .skip(1)
                        .map(above -> new Link(above.code(), above.name(language)))
                        .toList()
                        .reversed(),
                roster.children(id).stream().map(child -> rows.row(child, 0)).toList(),
                roster.postsOf(id).stream().map(this::post).toList(),
                roster.comingDuty(id, now).stream().limit(20).map(this::duty).toList(),
                coming(id),
                history.stream()
                        .map(line -> new Name(line.name(language), line.span(), line.source()))
                        .toList(),
                roster.predecessorsOf(id).stream()
                        .map(link -> related(link.predecessor(), link))
                        .toList(),
                roster.successorsOf(id).stream()
                        .map(link -> related(link.successor(), link))
                        .toList());
    }

    private PostRow post(Post post) {
        return new PostRow(
                post.code(),
                post.title(language),
                "organization.post-class." + post.postClass(),
                post.seats(),
                roster.holdersOf(post.id()).stream()
                        .flatMap(held -> roster.person(held.person()).stream().map(person -> holder(held, person)))
                        .toList(),
                roster.deputiesOf(post.id()).stream()
                        .flatMap(deputy -> roster.post(deputy.deputy()).stream())
                        .map(this::placed)
                        .toList());
    }

    private String placed(Post post) {
        return roster.unit(post.unit()).map(unit -> unit.name(language) + " ").orElse("") + post.title(language);
    }

    private Holder holder(Appointment held, Person person) {
        return new Holder(
                person.staffNumber(),
                "organization.rank." + person.rank(),
                person.name(language),
                "organization.appointment." + held.kind(),
                held.kind() == AppointmentKind.PRINCIPAL,
                "organization.duty." + person.duty(),
                !person.duty().mayAct(),
                person.sample(),
                held.span(),
                held.document());
    }

    private DutyRow duty(DutyShift shift) {
        var person = roster.person(shift.person());
        return new DutyRow(
                time(shift.starts()),
                time(shift.ends()),
                person.map(Person::staffNumber).orElse(""),
                person.map(found -> found.name(language)).orElse(""),
                shift.chief(),
                shift.contains(now));
    }

    private String time(Instant at) {
        return JapaneseDates.format(JapaneseDates.dateOf(at), language) + " "
                + JapaneseDates.time(at).substring(0, 5);
    }

    /** Appointments to this unit that begin after the date, soonest first. */
    private List<ComingRow> coming(UnitId id) {
        return roster.allPostsOf(id).stream()
                .flatMap(post -> roster.historyOfHolders(post.id()).stream()
                        .filter(held -> held.span().from().isAfter(roster.date()))
                        .map(held -> coming(post, held)))
                .sorted(Comparator.comparing(row -> row.span().from()))
                .toList();
    }

    private ComingRow coming(Post post, Appointment held) {
        var person = roster.historyOfPerson(held.person()).getLast();
        var from = roster.principalOf(held.person())
                .flatMap(before -> roster.unit(before.unit()))
                .map(rows::place);
        return new ComingRow(
                held.span(),
                person.staffNumber(),
                person.name(language),
                post.title(language),
                from.orElse(null),
                held.document());
    }

    private Related related(UnitId id, Succession link) {
        var unit = roster.historyOfUnit(id).getLast();
        return new Related(unit.code(), unit.name(language), link.since(), link.source());
    }
}
