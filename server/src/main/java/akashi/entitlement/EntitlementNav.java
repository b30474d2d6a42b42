package akashi.entitlement;

import akashi.usage.Gate;
import akashi.web.NavItem;
import akashi.web.NavSource;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leads heads to requests, unused rights and recertifications. */
@Component
class EntitlementNav implements NavSource {
    private static final int ORDER = 81;

    private final Gate gate;

    EntitlementNav(Gate gate) {
        this.gate = gate;
    }

    @Override
    public List<NavItem> nav(HttpServletRequest request) {
        return gate.offers(request, EntitlementDoor.LOOK)
                ? List.of(new NavItem("/entitlements", "entitlement.nav", ORDER))
                : List.of();
    }
}
