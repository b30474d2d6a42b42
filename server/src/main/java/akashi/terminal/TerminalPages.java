package akashi.terminal;

import akashi.account.Accounts;
import akashi.usage.Disclosure;
import akashi.usage.Gate;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Withheld;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.NotFound;
import akashi.web.Reply;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of terminals, and in the demo the choice between the sample ones. */
@Controller
class TerminalPages {
    private final Terminals terminals;
    private final Accounts accounts;
    private final TerminalRows rows;
    private final Gate gate;
    private final UsageLog usage;

    TerminalPages(Terminals terminals, Accounts accounts, TerminalRows rows, Gate gate, UsageLog usage) {
        this.terminals = terminals;
        this.accounts = accounts;
        this.rows = rows;
        this.gate = gate;
        this.usage = usage;
    }

    @GetMapping("/terminals")
    Reply register(HttpServletRequest request) {
        return switch (gate.ask(request, "TERMINALS", null)) {
            case Gate.Shut _ -> throw new NotFound();
            case Gate.Open(var actor, var ruling) -> {
                var shown = rows.of(terminals.all(), Languages.of(request));
                var withheld = Withheld.of(
                        shown, Disclosure.of(List.of(), shown.toString().getBytes(StandardCharsets.UTF_8)));
                yield new RegisterPage(
                        usage.release(Use.of("TERMINALS", actor).decided(ruling), withheld)
                                .value(),
                        gate.offers(request, "TERMINAL_KEEP"));
            }
        };
    }

    @GetMapping("/terminals/choose")
    Reply choices(HttpServletRequest request) {
        if (!terminals.chosenByHand()) {
            throw new NotFound();
        }
        var current = terminals.current(request).map(Terminal::number).orElse("");
        return new ChoosePage(rows.of(terminals.valid(), Languages.of(request)), current);
    }

    /** Moves the session to another sample terminal; refused where terminals are real. */
    @PostMapping("/terminals/choose")
    Reply choose(@RequestParam String number, HttpServletRequest request, HttpServletResponse response) {
        var chosen = terminals.valid().stream()
                .filter(terminal ->
                        terminals.chosenByHand() && terminal.number().equals(number))
                .findFirst()
                .orElseThrow(NotFound::new);
        accounts.move(chosen.device(), request, response);
        var cookie = new Cookie(Terminals.CHOICE, chosen.number());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        return Go.to("/terminals/choose", "terminal.chosen", chosen.number());
    }
}
