package akashi.duty;

import akashi.usage.Gate;
import akashi.web.NavItem;
import akashi.web.NavSource;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leads to who is responsible. */
@Component
class DutyNav implements NavSource {
    private static final int ORDER = 71;

    private final Gate gate;

    DutyNav(Gate gate) {
        this.gate = gate;
    }

    @Override
    public List<NavItem> nav(HttpServletRequest request) {
        return gate.offers(request, DutyPages.LOOK) ? List.of(new NavItem("/duties", "duty.nav", ORDER)) : List.of();
    }
}
