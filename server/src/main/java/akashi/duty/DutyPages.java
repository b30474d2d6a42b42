package akashi.duty;

import akashi.access.Asker;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.usage.Use;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is responsible, and appointing. */
@Controller
class DutyPages {
    static final String LOOK = "DUTIES";

    private final Duties duties;
    private final Organization organization;
    private final Operations operations;
    private final DutyDoor door;
    private final Clock clock;

    DutyPages(Duties duties, Organization organization, Operations operations, DutyDoor door, Clock clock) {
        this.duties = duties;
        this.organization = organization;
        this.operations = operations;
        this.door = door;
        this.clock = clock;
    }

    @GetMapping("/duties")
    Reply list(
            @RequestParam(defaultValue = "SYSTEM") String line,
            @RequestParam(defaultValue = "") String asOf,
            HttpServletRequest request) {
        var open = door.pass(request, LOOK);
        var page = page(line, asOf, null, request);
        return door.show(
                Use.of(LOOK, open.actor())
                        .decided(open.ruling())
                        .stating("line", page.line().name())
                        .stating("date", page.date().toString()),
                page);
    }

    private DutiesPage page(
            String line, String asOf, DutiesPage.@Nullable Refused refused, HttpServletRequest request) {
        var today = organization.roster();
        var roster = DutyDoor.day(asOf).map(organization::roster).orElse(today);
        var chosen = Arrays.stream(Role.Line.values())
                .filter(one -> one.name().equals(line))
                .findFirst()
                .orElse(Role.Line.SYSTEM);
        var language = Languages.of(request);
        var isToday = roster.date().equals(today.date());
        var book = duties.book();
        var view = new DutyView(book, roster, operations.inForce(), language, isToday ? clock.instant() : null);
        var roles = view.roles(chosen);
        var conflicts = roster.people().stream()
                .flatMap(person -> book.conflict(person.id(), roster).stream()
                        .map(pair -> person.titled(language) + " — " + pair.reason(language)))
                .toList();
        return new DutiesPage(
                chosen,
                roster.date(),
                isToday,
                roles,
                view.gaps(roles),
                book.incompatibles(),
                conflicts,
                door.offers(request, Duties.APPOINT),
                door.offers(request, PermitPages.LOOK),
                refused);
    }

    @GetMapping("/duties/new")
    Reply form(HttpServletRequest request) {
        var _ = door.pass(request, Duties.APPOINT);
        return form(
                new AppointPage.Form(
                        "", "", "", "", "0", organization.roster().date().toString(), "", ""),
                null,
                List.of(),
                request);
    }

    @PostMapping("/duties/new")
    Reply appoint(Asker asker, @ModelAttribute AppointPage.Form form, HttpServletRequest request) {
        var open = door.pass(request, Duties.APPOINT);
        var from = DutyDoor.day(form.from());
        var last = DutyDoor.day(form.lastDay());
        if (from.isEmpty()
                || (last.isEmpty() && !form.lastDay().isBlank())
                || !form.deputy().matches("[0-9]")) {
            return form(form, "duty.fault.dates", List.of(), request);
        }
        var wish = new Duties.Wish(
                form.role(),
                form.post().strip(),
                form.staffNumber().strip(),
                form.unit(),
                Integer.parseInt(form.deputy()),
                from.get(),
                last.orElse(null),
                form.document());
        return switch (duties.appoint(wish, asker, open.ruling())) {
            case Duties.Outcome.Done _ -> Go.to("/duties?line=" + line(form.role()), "duty.done");
            case Duties.Outcome.Refused(var message, var args) -> form(form, message, args, request);
        };
    }

    @PostMapping("/duties/{number:[0-9]{1,12}}/end")
    Reply end(
            Asker asker,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String lastDay,
            @RequestParam(defaultValue = "") String document,
            HttpServletRequest request) {
        var open = door.pass(request, Duties.APPOINT);
        var last = DutyDoor.day(lastDay);
        var paper = document.strip();
        if (last.isEmpty()
                || last.get().isBefore(organization.roster().date().minusDays(1))
                || paper.isEmpty()
                || paper.length() > 200) {
            return notEnded(number, lastDay, document, request);
        }
        return duties.end(number, last.get(), paper, asker, open.ruling())
                ? Go.to("/duties?line=" + lineOf(number), "duty.ended")
                : notEnded(number, lastDay, document, request);
    }

    private DutiesPage notEnded(long number, String lastDay, String document, HttpServletRequest request) {
        var refused = new DutiesPage.Refused("duty.fault.end", number, lastDay, document);
        return page(lineOf(number), "", refused, request);
    }

    private String lineOf(long number) {
        return line(duties.book().appointed().stream()
                .filter(one -> one.number() == number)
                .map(Appointed::role)
                .findFirst()
                .orElse(""));
    }

    private String line(String role) {
        return duties.book().roles().stream()
                .filter(known -> known.code().equals(role))
                .map(known -> known.line().name())
                .findFirst()
                .orElse(Role.Line.SYSTEM.name());
    }

    private AppointPage form(
            AppointPage.Form form, @Nullable String error, List<Object> args, HttpServletRequest request) {
        var language = Languages.of(request);
        return new AppointPage(
                duties.book().roles().stream()
                        .filter(role -> role.reach() != Role.Reach.OPERATION)
                        .toList(),
                organization.roster().units().stream()
                        .filter(unit -> unit.kind().command())
                        .map(unit -> new AppointPage.Choice(unit.code(), unit.name(language)))
                        .toList(),
                form,
                error,
                args);
    }
}
