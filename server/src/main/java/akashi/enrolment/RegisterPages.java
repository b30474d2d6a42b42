package akashi.enrolment;

import akashi.account.AccountState;
import akashi.account.Accounts;
import akashi.account.SignedIn;
import akashi.account.Standing;
import akashi.calendar.JapaneseDates;
import akashi.organization.Appointment;
import akashi.organization.Organization;
import akashi.organization.Person;
import akashi.organization.PersonId;
import akashi.organization.Roster;
import akashi.organization.Unit;
import akashi.usage.Actor;
import akashi.usage.Disclosure;
import akashi.usage.Gate;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Withheld;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.NotFound;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of accounts (利用者ID台帳): who has one, and the acts of the heads whose duty they are. */
@Controller
class RegisterPages {
    private static final String VIEW = "ACCOUNTS";
    private static final int SHORTEST_PAPER = 3;
    private static final int LONGEST_PAPER = 200;

    private final Accounts accounts;
    private final OpeningCodes codes;
    private final Standing standing;
    private final Organization organization;
    private final ObjectProvider<Gate> gates;
    private final UsageLog usage;

    RegisterPages(
            Accounts accounts,
            OpeningCodes codes,
            Standing standing,
            Organization organization,
            ObjectProvider<Gate> gates,
            UsageLog usage) {
        this.accounts = accounts;
        this.codes = codes;
        this.standing = standing;
        this.organization = organization;
        this.gates = gates;
        this.usage = usage;
    }

    @GetMapping("/accounts")
    Reply register(@RequestParam(required = false) @Nullable String unit, HttpServletRequest request) {
        var roster = organization.roster();
        var shown = unit == null || unit.isBlank() ? own(roster) : roster.unitByCode(unit);
        var of = shown.orElseThrow(NotFound::new);
        return switch (gate().ask(request, VIEW, of.code())) {
            case Gate.Shut _ -> throw new NotFound();
            case Gate.Open(var actor, var ruling) -> {
                var rows = rows(of, roster, Languages.of(request));
                var use = Use.of(VIEW, actor).decided(ruling).stating("unit", of.code());
                yield new RegisterPage(of.code(), units(request, roster), shown(use, rows, rows.toString()));
            }
        };
    }

    @GetMapping("/accounts/one")
    Reply one(@RequestParam String staffNumber, HttpServletRequest request) {
        var holder = holder(staffNumber);
        return switch (gate().ask(request, VIEW, holder.unit().code())) {
            case Gate.Shut _ -> throw new NotFound();
            case Gate.Open(var actor, var ruling) -> {
                var page = page(holder, null, null, request);
                var use = Use.of(VIEW, actor)
                        .decided(ruling)
                        .stating("person", holder.person().id().value().toString());
                yield shown(use, page, page.toString());
            }
        };
    }

    /** Issues a code; it stands on the page that answers and nowhere else. */
    @PostMapping("/accounts/code")
    Reply code(@RequestParam String staffNumber, HttpServletRequest request) {
        var holder = holder(staffNumber);
        return switch (gate().ask(request, "ACCOUNT_CODE", holder.unit().code())) {
            case Gate.Shut _ -> throw new NotFound();
            case Gate.Open(var actor, var ruling) -> {
                if (own(actor, holder.person())) {
                    yield page(holder, null, "enrolment.holder.self", request);
                }
                if (!standing.onDuty(holder.person().id())) {
                    yield page(holder, null, "enrolment.holder.barred", request);
                }
                yield page(holder, codes.make(holder.person().id(), actor, ruling), null, request);
            }
        };
    }

    @PostMapping("/accounts/close")
    Reply close(
            @RequestParam String staffNumber,
            @RequestParam(defaultValue = "") String paper,
            HttpServletRequest request) {
        var holder = holder(staffNumber);
        return switch (gate().ask(request, "ACCOUNT_CLOSE", holder.unit().code())) {
            case Gate.Shut _ -> throw new NotFound();
            case Gate.Open(var actor, var ruling) -> {
                if (own(actor, holder.person())) {
                    yield page(holder, null, "enrolment.holder.self", request);
                }
                if (paper.strip().length() < SHORTEST_PAPER || paper.length() > LONGEST_PAPER) {
                    yield page(holder, null, "enrolment.holder.paper", request);
                }
                accounts.close(
                        holder.person().id(),
                        paper.strip(),
                        Use.of("ACCOUNT_CLOSE", actor).decided(ruling));
                yield Go.to("/accounts?unit=" + holder.command().code(), "enrolment.holder.closed");
            }
        };
    }

    /** Somebody with the unit of the principal post, and the 所属 it belongs to. */
    private record Holder(Person person, Unit unit, Unit command) {}

    private Holder holder(String staffNumber) {
        var roster = organization.roster();
        var person = roster.byStaffNumber(staffNumber).orElseThrow(NotFound::new);
        var held = roster.principalOf(person.id()).orElseThrow(NotFound::new);
        var unit = roster.unit(held.unit()).orElseThrow(NotFound::new);
        return new Holder(person, unit, roster.command(unit.id()).orElse(unit));
    }

    private HolderPage page(
            Holder holder, OpeningCodes.@Nullable Made made, @Nullable String error, HttpServletRequest request) {
        var unit = holder.unit().code();
        var self = SignedIn.current()
                .map(SignedIn::person)
                .filter(holder.person().id()::equals)
                .isPresent();
        var row = row(holder.person(), organization.roster(), codes.waiting(), Languages.of(request));
        return new HolderPage(
                row,
                !self && gate().offers(request, "ACCOUNT_CODE", unit),
                !self && row.state() != AccountState.CLOSED && gate().offers(request, "ACCOUNT_CLOSE", unit),
                made == null ? null : made.code(),
                made == null
                        ? null
                        : JapaneseDates.format(JapaneseDates.dateOf(made.expires()), Languages.of(request)) + " "
                                + JapaneseDates.time(made.expires()),
                error);
    }

    private List<RegisterRow> rows(Unit unit, Roster roster, Locale language) {
        var waiting = codes.waiting();
        return roster.people().stream()
                .filter(person -> roster.principalOf(person.id())
                        .filter(held -> roster.within(held.unit(), unit.id()))
                        .isPresent())
                .sorted(Comparator.comparing(Person::staffNumber))
                .map(person -> row(person, roster, waiting, language))
                .toList();
    }

    private RegisterRow row(Person person, Roster roster, Set<PersonId> waiting, Locale language) {
        var held = roster.principalOf(person.id());
        return new RegisterRow(
                person.staffNumber(),
                person.name(language),
                held.map(Appointment::post)
                        .flatMap(roster::post)
                        .map(post -> post.title(language))
                        .orElse(""),
                held.map(Appointment::unit)
                        .flatMap(roster::unit)
                        .map(unit -> unit.name(language))
                        .orElse(""),
                waiting.contains(person.id()) ? AccountState.CODE : standing.state(person.id()));
    }

    /** The unit (所属) of whoever is signed in. */
    private static Optional<Unit> own(Roster roster) {
        return SignedIn.current()
                .flatMap(signedIn -> roster.principalOf(signedIn.person()))
                .flatMap(held -> roster.command(held.unit()).or(() -> roster.unit(held.unit())));
    }

    private List<RegisterPage.Choice> units(HttpServletRequest request, Roster roster) {
        var gate = gate();
        var own = own(roster).map(Unit::id);
        return roster.units().stream()
                .filter(unit ->
                        unit.kind().command() || own.filter(unit.id()::equals).isPresent())
                .filter(unit -> gate.offers(request, VIEW, unit.code()))
                .map(unit -> new RegisterPage.Choice(unit.code(), unit.name(Languages.of(request))))
                .toList();
    }

    private static boolean own(Actor actor, Person person) {
        return actor.staffNumber().equals(person.staffNumber());
    }

    private <T> T shown(Use use, T answer, String text) {
        return usage.release(use, Withheld.of(answer, Disclosure.of(List.of(), text.getBytes(StandardCharsets.UTF_8))))
                .value();
    }

    private Gate gate() {
        return gates.stream().findFirst().orElseThrow(NotFound::new);
    }
}
