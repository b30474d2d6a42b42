package akashi.retention;

import akashi.record.RecordNumbers;
import akashi.retention.Erasures.Proposal;
import akashi.usage.Disclosure;
import akashi.usage.Gate;
import akashi.usage.Naming;
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
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Proposing, approving and watching erasures, by those whose post it is. */
@Controller
class RetentionPages {
    static final String LOOK = "RETENTION";
    static final int SHORTEST = 3;
    static final int LONGEST_REASON = 400;
    static final int LONGEST_PAPER = 200;
    private static final String PROPOSE = "ERASURE_PROPOSE";
    private static final String APPROVE = "ERASURE_APPROVE";

    private final Erasures erasures;
    private final Holds holds;
    private final Scopes scopes;
    private final Gate gate;
    private final UsageLog usage;
    private final ObjectProvider<Naming> naming;

    RetentionPages(
            Erasures erasures, Holds holds, Scopes scopes, Gate gate, UsageLog usage, ObjectProvider<Naming> naming) {
        this.erasures = erasures;
        this.holds = holds;
        this.scopes = scopes;
        this.gate = gate;
        this.usage = usage;
        this.naming = naming;
    }

    @GetMapping("/retention")
    Reply overview(HttpServletRequest request) {
        var open = pass(request, LOOK);
        var may = new RetentionPage.May(
                gate.offers(request, PROPOSE), gate.offers(request, HoldPages.HOLD), gate.offers(request, "STATEMENT"));
        var page = new RetentionPage(erasures.due(), erasures.latest(), holds.all(), people(request), may);
        return usage.release(
                        Use.of(LOOK, open.actor()).decided(open.ruling()),
                        withheld(page, page.erasures() + "\n" + page.holds()))
                .value();
    }

    @GetMapping("/retention/new")
    Reply form(HttpServletRequest request) {
        var _ = pass(request, PROPOSE);
        return form(ScopeForm.first(!erasures.due().isEmpty()), "", "", null, request);
    }

    @PostMapping("/retention/new")
    Reply propose(
            @ModelAttribute ScopeForm form,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String paper,
            HttpServletRequest request) {
        var open = pass(request, PROPOSE);
        var why = reason.strip();
        var order = paper.strip();
        if (!said(why, LONGEST_REASON) || !said(order, LONGEST_PAPER)) {
            return form(form, why, order, ProposePage.Wrong.of("retention.form.why"), request);
        }
        return switch (scopes.read(form)) {
            case Scopes.Read.Fault(var key) -> form(form, why, order, ProposePage.Wrong.of(key), request);
            case Scopes.Read.Meant(var scope) -> {
                var month = scope.through();
                if (month != null && month.isAfter(erasures.month())) {
                    yield form(form, why, order, ProposePage.Wrong.of("retention.form.through"), request);
                }
                yield switch (erasures.propose(scope, why, order, open.actor(), open.ruling())) {
                    case Proposal.Proposed(int number) -> Go.to("/retention/" + number, "retention.proposed");
                    case Proposal.Nothing(int kept) ->
                        form(form, why, order, ProposePage.Wrong.of("retention.nothing", kept), request);
                    case Proposal.TooMany(int parts, int most) ->
                        form(form, why, order, ProposePage.Wrong.of("retention.too-many", parts, most), request);
                };
            }
        };
    }

    @GetMapping("/retention/{number:[0-9]{1,9}}")
    Reply one(@PathVariable int number, HttpServletRequest request) {
        var open = pass(request, LOOK);
        var page = page(number, open.actor().staffNumber(), null, request);
        return usage.release(
                        Use.of(LOOK, open.actor()).decided(open.ruling()).stating("erasure", Integer.toString(number)),
                        withheld(page, page.whole().toString()))
                .value();
    }

    @PostMapping("/retention/{number:[0-9]{1,9}}/approve")
    Reply approve(@PathVariable int number, @RequestParam(defaultValue = "") String count, HttpServletRequest request) {
        var open = pass(request, APPROVE);
        var erasure = erasures.one(number).orElseThrow(NotFound::new);
        var typed = count.strip().replace(",", "").matches("[0-9]{1,9}")
                ? Integer.parseInt(count.strip().replace(",", ""))
                : -1;
        return switch (erasures.approve(erasure, typed, open.actor(), open.ruling())) {
            case APPROVED -> Go.to("/retention/" + number, "retention.approved");
            case CHANGED -> page(number, open.actor().staffNumber(), "retention.changed", request);
            case COUNT -> page(number, open.actor().staffNumber(), "retention.count.wrong", request);
            case SAME -> page(number, open.actor().staffNumber(), "retention.same", request);
            case STALE -> page(number, open.actor().staffNumber(), "retention.stale", request);
        };
    }

    @PostMapping("/retention/{number:[0-9]{1,9}}/withdraw")
    Reply withdraw(@PathVariable int number, HttpServletRequest request) {
        var open = pass(request, PROPOSE);
        var erasure = erasures.one(number).orElseThrow(NotFound::new);
        return erasures.withdraw(erasure, open.actor(), open.ruling())
                ? Go.to("/retention/" + number, "retention.withdrawn")
                : page(number, open.actor().staffNumber(), "retention.stale", request);
    }

    private ErasurePage page(int number, String viewer, @Nullable String error, HttpServletRequest request) {
        var whole = erasures.whole(number).orElseThrow(NotFound::new);
        var erasure = whole.erasure();
        var own = erasure.proposed().by().equals(viewer);
        var waits = erasure.state() == Erasure.State.PROPOSED;
        return new ErasurePage(
                whole,
                people(request),
                new ErasurePage.May(
                        waits && !own && gate.offers(request, APPROVE),
                        waits && own,
                        erasure.state().open() && gate.offers(request, PROPOSE)),
                error);
    }

    private ProposePage form(
            ScopeForm form,
            String reason,
            String paper,
            ProposePage.@Nullable Wrong error,
            HttpServletRequest request) {
        return new ProposePage(
                form, null, reason, paper, erasures.due(), scopes.operations(Languages.of(request)), error);
    }

    private People people(HttpServletRequest request) {
        return new People(naming.getIfAvailable(), Languages.of(request));
    }

    private Gate.Open pass(HttpServletRequest request, String act) {
        return switch (gate.ask(request, act, null)) {
            case Gate.Shut _ -> throw new NotFound();
            case Gate.Open open -> open;
        };
    }

    static boolean said(String text, int longest) {
        return text.length() >= SHORTEST && text.length() <= longest && RecordNumbers.plain(text);
    }

    static <T> Withheld<T> withheld(T page, String shown) {
        return Withheld.of(page, Disclosure.of(List.of(), shown.getBytes(StandardCharsets.UTF_8)));
    }
}
