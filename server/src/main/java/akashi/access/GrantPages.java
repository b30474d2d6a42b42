package akashi.access;

import akashi.calendar.JapaneseDates;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.NotFound;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Stopping and revoking rights one by one, for those entitled. */
@Controller
class GrantPages {
    /** A code of a unit, as the list that was looked at has it. */
    private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9-]{1,40}");

    private final Granting granting;
    private final RightsRegister register;
    private final AccessGate gate;
    private final Clock clock;

    GrantPages(Granting granting, RightsRegister register, AccessGate gate, Clock clock) {
        this.granting = granting;
        this.register = register;
        this.gate = gate;
        this.clock = clock;
    }

    @GetMapping("/rights/grant")
    Reply form(Asker asker, HttpServletRequest request) {
        return page(asker, GrantForm.empty(JapaneseDates.dateOf(clock.instant())), null, Languages.of(request));
    }

    @PostMapping("/rights/grant")
    Reply grant(Asker asker, @ModelAttribute GrantForm form, HttpServletRequest request) {
        var language = Languages.of(request);
        var order = form.order();
        if (order.isEmpty()) {
            return page(asker, form, "access.grant.unreadable", language);
        }
        return switch (granting.order(asker, order.get())) {
            case Granting.Outcome.Done() -> Go.to("/rights", "access.grant.done");
            case Granting.Outcome.Refused(String message) -> page(asker, form, message, language);
        };
    }

    @PostMapping("/rights/revoke")
    Reply revoke(
            Asker asker,
            @RequestParam long number,
            @RequestParam(defaultValue = "") String paper,
            @RequestParam(defaultValue = "") String unit) {
        var back = UNIT.matcher(unit).matches() ? "/rights?unit=" + unit : "/rights";
        return switch (granting.revoke(asker, number, paper)) {
            case Granting.Outcome.Done() -> Go.to(back, "access.revoke.done");
            case Granting.Outcome.Refused(String message) -> Go.refused(back, message);
        };
    }

    private GrantPage page(Asker asker, GrantForm form, @Nullable String error, Locale language) {
        var stops = gate.open(asker, "REVOKE");
        List<RightsPage.Choice> operations = register.operations().stream()
                .filter(version -> stops || granting.mayGrant(asker, version.code()))
                .map(version -> new RightsPage.Choice(
                        version.code().value(), version.definition().name().in(language.getLanguage())))
                .toList();
        if (operations.isEmpty()) {
            throw new NotFound();
        }
        return new GrantPage(form, operations, error);
    }
}
