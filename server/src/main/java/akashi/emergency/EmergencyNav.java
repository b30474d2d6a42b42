package akashi.emergency;

import akashi.usage.Gate;
import akashi.web.NavItem;
import akashi.web.NavSource;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leads to the openings those who open, watch or review them. */
@Component
class EmergencyNav implements NavSource {
    private static final int ORDER = 74;

    private final Gate gate;

    EmergencyNav(Gate gate) {
        this.gate = gate;
    }

    @Override
    public List<NavItem> nav(HttpServletRequest request) {
        return gate.offers(request, Glasses.OPEN) || gate.offers(request, EmergencyPages.LOOK)
                ? List.of(new NavItem("/emergencies", "emergency.nav", ORDER))
                : List.of();
    }
}
