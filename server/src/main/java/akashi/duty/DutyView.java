package akashi.duty;

import akashi.calendar.JapaneseDates;
import akashi.calendar.WorkingDays;
import akashi.duty.DutiesPage.Gap;
import akashi.duty.DutiesPage.HolderRow;
import akashi.duty.DutiesPage.RoleRow;
import akashi.operation.OperationVersion;
import akashi.organization.Person;
import akashi.organization.PersonId;
import akashi.organization.Post;
import akashi.organization.PostClass;
import akashi.organization.PostId;
import akashi.organization.Roster;
import akashi.organization.Unit;
import akashi.organization.UnitId;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says who is responsible on the roster's date; at {@code now} if that is today. */
final class DutyView {
    private static final LocalTime OPENS = LocalTime.of(8, 30);
    private static final LocalTime CLOSES = LocalTime.of(17, 15);

    private final Book book;
    private final Roster roster;
    private final List<OperationVersion> operations;
    private final Locale language;
    private final @Nullable Instant now;

    DutyView(Book book, Roster roster, List<OperationVersion> operations, Locale language, @Nullable Instant now) {
        this.book = book;
        this.roster = roster;
        this.operations = operations;
        this.language = language;
        this.now = now;
    }

    List<RoleRow> roles(Role.Line line) {
        return book.roles().stream()
                .filter(role -> role.line() == line)
                .map(role -> new RoleRow(role, holders(role)))
                .toList();
    }

    /** Where somebody must hold a role and nobody does. */
    List<Gap> gaps(List<RoleRow> rows) {
        var gaps = new ArrayList<Gap>();
        for (var row : rows) {
            if (!row.role().required()) {
                continue;
            }
            var held = new LinkedHashSet<String>();
            row.holders().stream()
                    .filter(holder -> !holder.people().isEmpty() && holder.deputy() == 0)
                    .forEach(holder -> held.add(holder.unit()));
            switch (row.role().reach()) {
                case WHOLE -> {
                    if (held.isEmpty()) {
                        gaps.add(new Gap(row.role(), ""));
                    }
                }
                case UNIT ->
                    commands().stream()
                            .map(unit -> unit.name(language))
                            .filter(unit -> !held.contains(unit))
                            .forEach(unit -> gaps.add(new Gap(row.role(), unit)));
                case OPERATION ->
                    row.holders().stream()
                            .filter(holder -> holder.people().isEmpty())
                            .forEach(holder -> gaps.add(new Gap(row.role(), holder.unit())));
            }
        }
        return gaps;
    }

    private List<HolderRow> holders(Role role) {
        if (role.reach() == Role.Reach.OPERATION) {
            return operations.stream().map(this::section).toList();
        }
        return book.appointed().stream()
                .filter(one -> one.role().equals(role.code()) && one.span().contains(roster.date()))
                .flatMap(one -> rows(one, role).stream())
                .toList();
    }

    private List<HolderRow> rows(Appointed one, Role role) {
        return switch (one.holder()) {
            case Appointed.Holder.ByPerson(var person) -> List.of(row(one, one.unit(), "", named(List.of(person)), ""));
            case Appointed.Holder.ByPost(var post) ->
                List.of(row(one, one.unit(), place(post), holding(post), standIn(post)));
            case Appointed.Holder.ByClass(var postClass) ->
                role.reach() == Role.Reach.WHOLE
                        ? everywhere(one, postClass)
                        : commands().stream()
                                .flatMap(unit -> ofClass(unit.id(), postClass).stream()
                                        .map(post -> row(
                                                one,
                                                unit.id(),
                                                post.title(language),
                                                holding(post.id()),
                                                standIn(post.id()))))
                                .toList();
        };
    }

    private List<HolderRow> everywhere(Appointed one, PostClass postClass) {
        return roster.units().stream()
                .flatMap(unit -> ofClass(unit.id(), postClass).stream())
                .map(post -> row(one, null, place(post.id()), holding(post.id()), standIn(post.id())))
                .toList();
    }

    private HolderRow row(Appointed one, @Nullable UnitId unit, String place, List<String> people, String standIn) {
        return new HolderRow(
                one.holder() instanceof Appointed.Holder.ByClass ? 0 : one.number(),
                unit == null
                        ? ""
                        : roster.unit(unit).map(found -> found.name(language)).orElse(""),
                place,
                people,
                standIn,
                one.deputy(),
                one.document(),
                one.span());
    }

    /** The head of the section that manages an operation, by its definition. */
    private HolderRow section(OperationVersion version) {
        var definition = version.definition();
        var posts = roster.unitByCode(definition.management().section())
                .map(unit -> ofClass(unit.id(), PostClass.SECTION_HEAD))
                .orElse(List.of());
        return new HolderRow(
                0,
                definition.name().in(language.getLanguage()),
                posts.isEmpty()
                        ? definition.management().section()
                        : place(posts.getFirst().id()),
                posts.stream().flatMap(post -> holding(post.id()).stream()).toList(),
                posts.isEmpty() ? "" : standIn(posts.getFirst().id()),
                0,
                "",
                null);
    }

    private List<Unit> commands() {
        return roster.units().stream().filter(unit -> unit.kind().command()).toList();
    }

    private List<Post> ofClass(UnitId unit, PostClass postClass) {
        return roster.postsOf(unit).stream()
                .filter(post -> post.postClass() == postClass)
                .toList();
    }

    private String place(PostId id) {
        return roster.post(id)
                .map(post -> roster.unit(post.unit())
                                .map(unit -> roster.fullName(unit, language) + " ")
                                .orElse("")
                        + post.title(language))
                .orElse("");
    }

    private List<String> holding(PostId post) {
        return named(roster.holdersOf(post).stream()
                .map(held -> held.person())
                .filter(person -> roster.person(person)
                        .filter(found -> found.duty().mayAct())
                        .isPresent())
                .toList());
    }

    private List<String> named(List<PersonId> people) {
        return people.stream()
                .flatMap(person -> roster.person(person).stream())
                .map(this::name)
                .toList();
    }

    private String name(Person person) {
        return person.titled(language);
    }

    /** Outside hours the chief of the duty shift, with nobody in the post the first deputy who is there. */
    private String standIn(PostId id) {
        var post = roster.post(id);
        if (post.isPresent() && now != null && outsideHours(now)) {
            var command = roster.command(post.get().unit());
            var chief = command.stream()
                    .flatMap(unit -> roster.onDuty(unit.id(), now).stream())
                    .filter(shift -> shift.chief())
                    .flatMap(shift -> roster.person(shift.person()).stream())
                    .findFirst();
            if (chief.isPresent()) {
                return name(chief.get());
            }
        }
        return roster.standIn(id).stream()
                .flatMap(deputy -> holding(deputy).stream())
                .findFirst()
                .orElse("");
    }

    private static boolean outsideHours(Instant at) {
        var time = at.atZone(JapaneseDates.ZONE);
        return !WorkingDays.isOpen(time.toLocalDate())
                || time.toLocalTime().isBefore(OPENS)
                || !time.toLocalTime().isBefore(CLOSES);
    }
}
