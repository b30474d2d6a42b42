package akashi.terminal;

import akashi.organization.Organization;
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
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Registering terminals, suspending them, taking them up again and retiring them, by those whose post it is. */
@Controller
class KeepingPages {
    private static final String KEEP = "TERMINAL_KEEP";
    private static final int SHORTEST_PAPER = 3;

    private final Terminals terminals;
    private final TerminalRows rows;
    private final Organization organization;
    private final Gate gate;
    private final UsageLog usage;

    KeepingPages(Terminals terminals, TerminalRows rows, Organization organization, Gate gate, UsageLog usage) {
        this.terminals = terminals;
        this.rows = rows;
        this.organization = organization;
        this.gate = gate;
        this.usage = usage;
    }

    @GetMapping("/terminals/new")
    Reply form(HttpServletRequest request) {
        return switch (gate.ask(request, KEEP, null)) {
            case Gate.Shut _ -> throw new NotFound();
            case Gate.Open _ -> form(TerminalForm.empty(terminals.today()), null, Languages.of(request));
        };
    }

    @PostMapping("/terminals/new")
    Reply register(@ModelAttribute TerminalForm form, HttpServletRequest request) {
        return switch (gate.ask(request, KEEP, null)) {
            case Gate.Shut _ -> throw new NotFound();
            case Gate.Open(var actor, var ruling) -> register(form, actor, ruling, Languages.of(request));
        };
    }

    @GetMapping("/terminals/one")
    Reply one(@RequestParam String number, HttpServletRequest request) {
        return switch (gate.ask(request, "TERMINALS", null)) {
            case Gate.Shut _ -> throw new NotFound();
            case Gate.Open(var actor, var ruling) -> {
                var terminal = terminals.byNumber(number).orElseThrow(NotFound::new);
                var shown = page(terminal, null, request);
                var withheld = Withheld.of(
                        shown, Disclosure.of(List.of(), shown.toString().getBytes(StandardCharsets.UTF_8)));
                yield usage.release(
                                Use.of("TERMINALS", actor).decided(ruling).stating("terminal", terminal.number()),
                                withheld)
                        .value();
            }
        };
    }

    @PostMapping("/terminals/one")
    Reply change(
            @RequestParam String number,
            @RequestParam Terminals.Step step,
            @RequestParam(defaultValue = "") String paper,
            HttpServletRequest request) {
        var terminal = terminals.byNumber(number).orElseThrow(NotFound::new);
        return switch (gate.ask(request, step.gate(), matter(step, terminal))) {
            case Gate.Shut _ -> throw new NotFound();
            case Gate.Open(var actor, var ruling) -> {
                if (paper.strip().length() < SHORTEST_PAPER || paper.length() > TerminalForm.LONGEST) {
                    yield page(terminal, "terminal.step.paper", request);
                }
                if (step != Terminals.Step.RESUME && actor.terminal().equals(terminal.number())) {
                    yield page(terminal, "terminal.step.own", request);
                }
                yield terminals.take(step, terminal, paper.strip(), actor, ruling)
                        ? Go.to("/terminals", "terminal.step.done." + step, terminal.number())
                        : page(terminal, "terminal.step.stale", request);
            }
        };
    }

    private Reply register(TerminalForm form, Actor actor, Use.Ruling ruling, Locale language) {
        var fault = form.fault(terminals.today(), terminals.byNetworkAddress());
        if (fault != null) {
            return form(form, fault, language);
        }
        var unit = organization.roster().unitByCode(form.unit());
        if (unit.isEmpty()) {
            return form(form, "terminal.new.unit", language);
        }
        try {
            var registered = terminals.register(
                    form.number(),
                    form.deviceClass().orElseThrow(),
                    unit.get().id(),
                    form.place(),
                    form.address(),
                    form.firstDay().orElseThrow(),
                    Use.of("TERMINAL_REGISTER", actor).decided(ruling));
            return Go.to("/terminals", "terminal.new.done", registered.number());
        } catch (DuplicateKeyException e) {
            return form(form, "terminal.new.known", language);
        }
    }

    private NewTerminalPage form(TerminalForm form, @Nullable String error, Locale language) {
        var units = organization.roster().units().stream()
                .map(unit -> new NewTerminalPage.Choice(unit.code(), unit.name(language)))
                .toList();
        return new NewTerminalPage(form, units, terminals.byNetworkAddress(), error);
    }

    private TerminalPage page(Terminal terminal, @Nullable String error, HttpServletRequest request) {
        var row = rows.of(terminal, Languages.of(request));
        var steps = possible(row.state())
                .filter(step -> gate.offers(request, step.gate(), matter(step, terminal)))
                .toList();
        var address = terminal.address();
        return new TerminalPage(row, address == null ? "" : address, steps, error);
    }

    /** Heads suspend terminals of their own unit; a terminal whose unit is gone is nobody's own. */
    private @Nullable String matter(Terminals.Step step, Terminal terminal) {
        return step == Terminals.Step.SUSPEND
                ? organization.roster().unit(terminal.unit()).map(Unit::code).orElse(null)
                : null;
    }

    private static Stream<Terminals.Step> possible(TerminalState state) {
        return switch (state) {
            case VALID, COMING -> Stream.of(Terminals.Step.SUSPEND, Terminals.Step.RETIRE);
            case SUSPENDED -> Stream.of(Terminals.Step.RESUME, Terminals.Step.RETIRE);
            case RETIRED -> Stream.of();
        };
    }
}
