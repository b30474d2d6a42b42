package akashi.entitlement;

import akashi.access.Asker;
import akashi.definition.Scope;
import akashi.operation.Act;
import akashi.operation.OperationCode;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.NotFound;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Requests for usage rights: the list, asking, deciding, withdrawing. */
@Controller
class RequestPages {
    private static final String PATH = "/entitlements";

    private final Requests requests;
    private final Operations operations;
    private final Organization organization;
    private final EntitlementDoor door;

    RequestPages(Requests requests, Operations operations, Organization organization, EntitlementDoor door) {
        this.requests = requests;
        this.operations = operations;
        this.organization = organization;
        this.door = door;
    }

    @GetMapping(PATH)
    Reply list(Asker asker, HttpServletRequest request) {
        var open = door.pass(request, EntitlementDoor.LOOK, null);
        return door.show(open, "requests", page(asker, empty(), null, request));
    }

    @PostMapping(PATH)
    Reply ask(Asker asker, @ModelAttribute RequestsPage.Form form, HttpServletRequest request) {
        var onPaper = !form.paper().isBlank() || !form.signer().isBlank() || !door.offers(request, Requests.ASK);
        var open = door.pass(request, onPaper ? Requests.ENTER : Requests.ASK, null);
        var wanted = wanted(form);
        if (wanted.isEmpty()) {
            return page(asker, form, new Unsettled("entitlement.fault.form", 0, ""), request);
        }
        var staff = Arrays.stream(form.staff().split("[\\s,、;]+", -1))
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
        var outcome = onPaper
                ? requests.enter(
                        asker, form.paper(), form.signer().strip(), wanted.get(), staff, form.reason(), open.ruling())
                : requests.ask(asker, wanted.get(), staff, form.reason(), open.ruling());
        return switch (outcome) {
            case Requests.Outcome.Done _ -> Go.to(PATH, "entitlement.asked");
            case Requests.Outcome.Refused(var message) -> page(asker, form, new Unsettled(message, 0, ""), request);
        };
    }

    @PostMapping(PATH + "/{number:[0-9]{1,12}}/decide")
    Reply decide(
            Asker asker,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String why,
            HttpServletRequest request) {
        var open = door.pass(request, Requests.DECIDE, null);
        var found = requests.one(number).orElseThrow(NotFound::new);
        var outcome = answer.equals("grant")
                ? requests.grant(found, asker, open.ruling())
                : requests.refuse(found, why, asker, open.ruling());
        return gone(
                outcome,
                answer.equals("grant") ? "entitlement.granted" : "entitlement.refused",
                new Unsettled("", number, why),
                asker,
                request);
    }

    @PostMapping(PATH + "/{number:[0-9]{1,12}}/withdraw")
    Reply withdraw(Asker asker, @PathVariable long number, HttpServletRequest request) {
        var entered = door.offers(request, Requests.ENTER);
        var open = door.pass(request, entered ? Requests.ENTER : Requests.ASK, null);
        var found = requests.one(number).orElseThrow(NotFound::new);
        var outcome = requests.withdraw(found, asker, open.ruling());
        return gone(outcome, "entitlement.withdrawn", new Unsettled("", number, ""), asker, request);
    }

    private Reply gone(Requests.Outcome outcome, String done, Unsettled sent, Asker asker, HttpServletRequest request) {
        return switch (outcome) {
            case Requests.Outcome.Done _ -> Go.to(PATH, done);
            case Requests.Outcome.Refused(var message) ->
                page(asker, empty(), new Unsettled(message, sent.number(), sent.why()), request);
        };
    }

    private RequestsPage.Form empty() {
        var today = organization.roster().date();
        return new RequestsPage.Form(
                "", "", "", today.toString(), today.plusMonths(6).toString(), "", "", "", "");
    }

    private static Optional<Request.Wanted> wanted(RequestsPage.Form form) {
        var act = Arrays.stream(Act.values())
                .filter(one -> one.name().equals(form.act()))
                .findFirst();
        var scope = Arrays.stream(Scope.values())
                .filter(one -> one.name().equals(form.scope()))
                .findFirst();
        if (act.isEmpty() || scope.isEmpty() || !OperationCode.fits(form.operation())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Request.Wanted(
                    new OperationCode(form.operation()),
                    act.get(),
                    scope.get(),
                    LocalDate.parse(form.from()),
                    LocalDate.parse(form.lastDay()).plusDays(1)));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private RequestsPage page(
            Asker asker, RequestsPage.Form form, @Nullable Unsettled unsettled, HttpServletRequest request) {
        var language = Languages.of(request);
        var rows = requests.latest().stream()
                .filter(one -> door.offers(request, EntitlementDoor.LOOK, one.unit())
                        || requests.manages(one.wanted().operation(), asker))
                .map(one -> row(one, asker, language))
                .toList();
        return new RequestsPage(
                rows,
                choices(language),
                form,
                door.offers(request, Requests.ASK),
                door.offers(request, Requests.ENTER),
                unsettled);
    }

    private List<RequestsPage.Choice> choices(Locale language) {
        return operations.inForce().stream()
                .map(version -> new RequestsPage.Choice(
                        version.code().value(), version.definition().name().in(language.getLanguage())))
                .toList();
    }

    private RequestsPage.Row row(Request request, Asker asker, Locale language) {
        var naming = door.naming();
        var decided = request.decided();
        var entry = request.entry();
        return new RequestsPage.Row(
                request,
                naming.unit(request.unit(), language),
                naming.operation(request.wanted().operation().value(), language),
                request.staff().stream()
                        .map(one -> naming.person(one, language) + " " + one)
                        .toList(),
                naming.person(request.requested().by(), language),
                decided == null ? "" : naming.person(decided.by(), language),
                entry == null ? "" : naming.person(entry.by(), language),
                requests.mayDecide(request, asker),
                request.state() == Request.State.WAITING
                        && (request.requested().by().equals(asker.staffNumber())
                                || (entry != null && entry.by().equals(asker.staffNumber()))));
    }
}
