package akashi.retention;

import akashi.usage.Gate;
import akashi.usage.Naming;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.NotFound;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Setting a hold, looking at one, lifting it. */
@Controller
class HoldPages {
    static final String HOLD = "HOLD";
    private static final String LIFT = "HOLD_LIFT";

    private final Holds holds;
    private final Scopes scopes;
    private final Gate gate;
    private final UsageLog usage;
    private final ObjectProvider<Naming> naming;

    HoldPages(Holds holds, Scopes scopes, Gate gate, UsageLog usage, ObjectProvider<Naming> naming) {
        this.holds = holds;
        this.scopes = scopes;
        this.gate = gate;
        this.usage = usage;
        this.naming = naming;
    }

    @GetMapping("/retention/holds/new")
    Reply form(HttpServletRequest request) {
        var _ = pass(request, HOLD);
        return form(ScopeForm.first(false), "", "", "", null, request);
    }

    @PostMapping("/retention/holds/new")
    Reply set(
            @ModelAttribute ScopeForm form,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String paper,
            HttpServletRequest request) {
        var open = pass(request, HOLD);
        var why = reason.strip();
        var order = paper.strip();
        var known = Arrays.stream(Hold.Ground.values())
                .filter(one -> one.name().equals(ground))
                .findFirst();
        if (known.isEmpty()) {
            return form(form, ground, why, order, "retention.hold.ground.choose", request);
        }
        if (!RetentionPages.said(why, RetentionPages.LONGEST_REASON)
                || !RetentionPages.said(order, RetentionPages.LONGEST_PAPER)) {
            return form(form, ground, why, order, "retention.form.why", request);
        }
        return switch (scopes.read(form)) {
            case Scopes.Read.Fault(var key) -> form(form, ground, why, order, key, request);
            case Scopes.Read.Meant(var scope) -> {
                if (scope.kind() == Scope.Kind.RETENTION) {
                    yield form(form, ground, why, order, "retention.form.kind", request);
                }
                int number = holds.set(known.get(), scope, why, order, open.actor(), open.ruling());
                yield Go.to("/retention/holds/" + number, "retention.hold.done");
            }
        };
    }

    @GetMapping("/retention/holds/{number:[0-9]{1,9}}")
    Reply one(@PathVariable int number, HttpServletRequest request) {
        var open = pass(request, RetentionPages.LOOK);
        var page = page(number, null, request);
        return usage.release(
                        Use.of(RetentionPages.LOOK, open.actor())
                                .decided(open.ruling())
                                .stating("hold", Integer.toString(number)),
                        RetentionPages.withheld(page, page.hold().toString()))
                .value();
    }

    @PostMapping("/retention/holds/{number:[0-9]{1,9}}/lift")
    Reply lift(@PathVariable int number, @RequestParam(defaultValue = "") String paper, HttpServletRequest request) {
        var open = pass(request, LIFT);
        var hold = holds.one(number).orElseThrow(NotFound::new);
        if (!RetentionPages.said(paper.strip(), RetentionPages.LONGEST_PAPER)) {
            return page(number, "retention.form.paper", request);
        }
        return holds.lift(hold, paper.strip(), open.actor(), open.ruling())
                ? Go.to("/retention/holds/" + number, "retention.hold.lifted")
                : page(number, "retention.stale", request);
    }

    private HoldPage page(int number, @Nullable String error, HttpServletRequest request) {
        var hold = holds.one(number).orElseThrow(NotFound::new);
        return new HoldPage(
                hold,
                new People(naming.getIfAvailable(), Languages.of(request)),
                hold.lifted() == null && gate.offers(request, LIFT),
                error);
    }

    private ProposePage form(
            ScopeForm form,
            String ground,
            String reason,
            String paper,
            @Nullable String error,
            HttpServletRequest request) {
        return new ProposePage(
                form,
                ground,
                reason,
                paper,
                List.of(),
                scopes.operations(Languages.of(request)),
                error == null ? null : ProposePage.Wrong.of(error));
    }

    private Gate.Open pass(HttpServletRequest request, String act) {
        return switch (gate.ask(request, act, null)) {
            case Gate.Shut _ -> throw new NotFound();
            case Gate.Open open -> open;
        };
    }
}
