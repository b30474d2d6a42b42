package akashi.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who sent a request, and what of the house would be open to them: for menus and badges. It decides nothing and records
 * nothing; a page asks {@link akashi.usage.Gate} or {@link Access} again.
 */
@Component
public class Visitors {
    private final Askers askers;
    private final AccessGate gate;

    Visitors(Askers askers, AccessGate gate) {
        this.askers = askers;
        this.gate = gate;
    }

    /** The asker of this request; empty without a session, a terminal or a post held today. Reads memory only. */
    public Optional<Asker> of(HttpServletRequest request) {
        return askers.of(request);
    }

    /** Whether the act would be open to the asker for the own unit, and for others where the unit does not matter. */
    public boolean opens(Asker asker, String act) {
        return gate.open(asker, act);
    }
}
