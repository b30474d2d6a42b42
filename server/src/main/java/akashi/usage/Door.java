package akashi.usage;

import akashi.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The way to the pages of modules below the one that decides: asks the {@link Gate}, and shows only what is on the
 * ledger. Closed without a gate.
 */
@Component
public class Door {
    private final ObjectProvider<Gate> gates;
    private final UsageLog usage;

    Door(ObjectProvider<Gate> gates, UsageLog usage) {
        this.gates = gates;
        this.usage = usage;
    }

    /** Who came through by which decision, and the use to be added to. */
    public record Entered(Actor actor, Use.Ruling ruling, Use use) {
        /** A use of another name by the same decision, for the change that follows. */
        public Use of(String act) {
            return Use.of(act, actor).decided(ruling);
        }
    }

    /**
     * Lets in whoever may do the act; for everybody else there is nothing here ({@link NotFound}).
     *
     * @param unit code of the unit (所属) whose matter it is, or null where it is nobody's
     */
    public Entered enter(HttpServletRequest request, String act, @Nullable String unit) {
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

    /** Whether a link to the act should be offered. Records nothing. */
    public boolean offers(HttpServletRequest request, String act) {
        var gate = gates.getIfAvailable();
        return gate != null && gate.offers(request, act);
    }

    /** The same where it matters whose unit (所属) it is. */
    public boolean offers(HttpServletRequest request, String act, @Nullable String unit) {
        var gate = gates.getIfAvailable();
        return gate != null && gate.offers(request, act, unit);
    }

    /** Who looks, for figures in menus. Records nothing. */
    public Optional<Actor> visitor(HttpServletRequest request) {
        return Optional.ofNullable(gates.getIfAvailable()).flatMap(gate -> gate.visitor(request));
    }

    /** Gives the answer once its use, with the hash of the answer's text, is on the ledger. */
    public <T> T show(Use use, T answer) {
        return show(use, answer, Object::toString);
    }

    /** The same where this is the answer's text. */
    public <T> T show(Use use, T answer, Function<T, String> text) {
        var bytes = text.apply(answer).getBytes(StandardCharsets.UTF_8);
        return usage.release(use, Withheld.of(answer, Disclosure.of(List.of(), bytes)))
                .value();
    }
}
