package akashi.notice;

import akashi.usage.Actor;
import akashi.usage.Disclosure;
import akashi.usage.Gate;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Withheld;
import akashi.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The way to the pages of this module: asks the gate, and shows only what is on the ledger. Closed without a gate. */
@Component
class Door {
    private final ObjectProvider<Gate> gates;
    private final UsageLog usage;

    Door(ObjectProvider<Gate> gates, UsageLog usage) {
        this.gates = gates;
        this.usage = usage;
    }

    /** Who came through, and the use to be added to. */
    record Entered(Actor actor, Use.Ruling ruling, Use use) {
        /** A use of another name by the same decision, for the change that follows. */
        Use of(String act) {
            return Use.of(act, actor).decided(ruling);
        }
    }

    /** Lets in whoever may do the act; for everybody else there is nothing here. */
    Entered enter(HttpServletRequest request, String act, @Nullable String unit) {
        var gate = gates.getIfAvailable();
        if (gate == null) {
            throw new NotFound();
        }
        return switch (gate.ask(request, act, unit)) {
            case Gate.Open(var actor, var ruling) ->
                new Entered(actor, ruling, Use.of(act, actor).decided(ruling));
            case Gate.Shut _ -> throw new NotFound();
        };
    }

    /** Whether a link to the act should be offered. */
    boolean offers(HttpServletRequest request, String act, @Nullable String unit) {
        var gate = gates.getIfAvailable();
        return gate != null && gate.offers(request, act, unit);
    }

    /** Who looks, for figures in menus. */
    Optional<Actor> visitor(HttpServletRequest request) {
        return Optional.ofNullable(gates.getIfAvailable()).flatMap(gate -> gate.visitor(request));
    }

    /** Shows an answer after its use is on the ledger. */
    <T> T show(Use use, T answer) {
        var bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
        return usage.release(use, Withheld.of(answer, Disclosure.of(List.of(), bytes)))
                .value();
    }
}
