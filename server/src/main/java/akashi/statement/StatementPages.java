package akashi.statement;

import akashi.calendar.JapaneseDates;
import akashi.usage.Gate;
import akashi.web.Download;
import akashi.web.Languages;
import akashi.web.NotFound;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Making an access statement, by those whose post it is. */
@Controller
class StatementPages {
    private static final String STATEMENT = "STATEMENT";

    private final Statements statements;
    private final Asking asking;
    private final Gate gate;
    private final Clock clock;

    StatementPages(Statements statements, Asking asking, Gate gate, Clock clock) {
        this.statements = statements;
        this.asking = asking;
        this.gate = gate;
        this.clock = clock;
    }

    @GetMapping("/statements")
    Reply form(HttpServletRequest request) {
        return switch (gate.ask(request, STATEMENT, null)) {
            case Gate.Shut _ -> throw new NotFound();
            case Gate.Open _ -> {
                var today = today();
                yield page(
                        StatementForm.empty(today.minusYears(1).plusDays(1).toString(), today.toString()),
                        null,
                        request);
            }
        };
    }

    @PostMapping("/statements")
    Reply make(HttpServletRequest request) {
        return switch (gate.ask(request, STATEMENT, null)) {
            case Gate.Shut _ -> throw new NotFound();
            case Gate.Open open -> {
                var form = StatementForm.of(request);
                yield switch (asking.read(form, today())) {
                    case Asking.Read.Fault fault -> page(form, fault, request);
                    case Asking.Read.Asked asked -> file(asked, form, open, request);
                };
            }
        };
    }

    private Reply file(Asking.Read.Asked asked, StatementForm form, Gate.Open open, HttpServletRequest request) {
        var file = statements.make(asked, form.paper(), open.actor(), open.ruling());
        return file.isEmpty()
                ? page(form, new Asking.Read.Fault("statement.too-many", List.of(statements.most())), request)
                : new Download("akashi-statement-" + today() + ".json", "application/json", file.get());
    }

    private StatementPage page(StatementForm form, Asking.Read.@Nullable Fault error, HttpServletRequest request) {
        return new StatementPage(form, asking.operations(Languages.of(request)), statements.fields(), error);
    }

    private LocalDate today() {
        return JapaneseDates.dateOf(clock.instant());
    }
}
