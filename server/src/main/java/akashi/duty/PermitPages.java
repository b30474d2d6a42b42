package akashi.duty;

import akashi.access.Asker;
import akashi.organization.Organization;
import akashi.organization.PersonId;
import akashi.usage.Use;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Exceptions: the list, asking for one, deciding, ending one early. */
@Controller
class PermitPages {
    static final String LOOK = "PERMITS";
    private static final String PATH = "/duties/permits";

    private final Permits permits;
    private final Duties duties;
    private final Organization organization;
    private final DutyDoor door;

    PermitPages(Permits permits, Duties duties, Organization organization, DutyDoor door) {
        this.permits = permits;
        this.duties = duties;
        this.organization = organization;
        this.door = door;
    }

    @GetMapping(PATH)
    Reply list(Asker asker, HttpServletRequest request) {
        var open = door.pass(request, LOOK);
        return door.show(Use.of(LOOK, open.actor()).decided(open.ruling()), page(asker, empty(), null, request));
    }

    @PostMapping(PATH)
    Reply ask(Asker asker, @ModelAttribute PermitsPage.Form form, HttpServletRequest request) {
        var open = door.pass(request, Permits.REQUEST);
        var from = DutyDoor.day(form.from());
        var last = DutyDoor.day(form.lastDay());
        if (from.isEmpty() || last.isEmpty()) {
            return page(asker, form, new PermitsPage.Refused("duty.permit.fault.dates", 0, ""), request);
        }
        var wish = new Permits.Wish(
                form.incompatible(),
                form.staffNumber().strip(),
                form.subject(),
                form.reason(),
                form.measures(),
                from.get(),
                last.get());
        var fault = permits.request(wish, asker, open.ruling());
        return fault.isPresent()
                ? page(asker, form, new PermitsPage.Refused(fault.get(), 0, ""), request)
                : Go.to(PATH, "duty.permit.asked");
    }

    @PostMapping(PATH + "/{number:[0-9]{1,12}}/decide")
    Reply decide(
            Asker asker,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String why,
            HttpServletRequest request) {
        var open = door.pass(request, Permits.DECIDE);
        if (why.strip().length() < 3 || why.length() > 1000) {
            return refused(asker, number, why, "duty.permit.fault.why", request);
        }
        var decided = permits.decide(number, answer.equals("approve"), why.strip(), asker, open.ruling());
        return decided
                ? Go.to(PATH, "duty.permit.decided")
                : refused(asker, number, why, "duty.permit.fault.decide", request);
    }

    @PostMapping(PATH + "/{number:[0-9]{1,12}}/end")
    Reply end(Asker asker, @PathVariable long number, HttpServletRequest request) {
        var open = door.pass(request, Permits.DECIDE);
        var ended = permits.end(number, asker, open.ruling());
        return ended
                ? Go.to(PATH, "duty.permit.ended")
                : refused(asker, number, "", "duty.permit.fault.decide", request);
    }

    private Reply refused(Asker asker, long number, String why, String message, HttpServletRequest request) {
        return page(asker, empty(), new PermitsPage.Refused(message, number, why), request);
    }

    private PermitsPage.Form empty() {
        var today = organization.roster().date();
        return new PermitsPage.Form(
                "", "", "", "", "", today.toString(), today.plusMonths(3).toString());
    }

    private PermitsPage page(
            Asker asker, PermitsPage.Form form, PermitsPage.@Nullable Refused refused, HttpServletRequest request) {
        var language = Languages.of(request);
        var decides = door.offers(request, Permits.DECIDE);
        return new PermitsPage(
                permits.all().stream()
                        .map(permit -> row(permit, asker, decides, language))
                        .toList(),
                duties.book().incompatibles(),
                form,
                organization.roster().date(),
                door.offers(request, Permits.REQUEST),
                refused);
    }

    private PermitsPage.Row row(Permit permit, Asker asker, boolean decides, Locale language) {
        var decided = permit.decided();
        var person = permit.person();
        return new PermitsPage.Row(
                permit,
                person == null ? "" : name(person, language),
                name(permit.requested().by(), language),
                decided == null ? "" : name(decided.by(), language),
                decides
                        && permit.state() == Permit.State.WAITING
                        && !permit.requested().by().equals(asker.staffNumber())
                        && !asker.personId().equals(person),
                decides && permit.state() == Permit.State.APPROVED);
    }

    private String name(PersonId person, Locale language) {
        return organization
                .roster()
                .person(person)
                .map(found -> found.titled(language))
                .orElse("");
    }

    private String name(String staffNumber, Locale language) {
        return organization
                .roster()
                .byStaffNumber(staffNumber)
                .map(found -> found.titled(language))
                .orElse(staffNumber);
    }
}
