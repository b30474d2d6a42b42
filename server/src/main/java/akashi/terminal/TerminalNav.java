package akashi.terminal;

import akashi.usage.Gate;
import akashi.web.NavItem;
import akashi.web.NavSource;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leads to the register of terminals whoever may read it. */
@Component
class TerminalNav implements NavSource {
    private static final int ORDER = 84;

    private final Gate gate;

    TerminalNav(Gate gate) {
        this.gate = gate;
    }

    @Override
    public List<NavItem> nav(HttpServletRequest request) {
        return gate.offers(request, "TERMINALS")
                ? List.of(new NavItem("/terminals", "terminal.nav", ORDER))
                : List.of();
    }
}
