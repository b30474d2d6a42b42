package akashi.procedure;

import akashi.usage.Gate;
import akashi.web.NavItem;
import akashi.web.NavSource;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leads to the proposals; what waits for somebody is a task of their post. */
@Component
class ProcedureNav implements NavSource {
    private static final int ORDER = 61;

    private final Gate gate;

    ProcedureNav(Gate gate) {
        this.gate = gate;
    }

    @Override
    public List<NavItem> nav(HttpServletRequest request) {
        return gate.offers(request, Sight.MOVE)
                ? List.of(new NavItem("/procedures", "procedure.nav", ORDER))
                : List.of();
    }
}
