package akashi.enrolment;

import akashi.usage.Gate;
import akashi.web.NavItem;
import akashi.web.NavSource;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Leads to the register of accounts whoever may read it. */
@Component
class RegisterNav implements NavSource {
    private static final int ORDER = 86;

    private final ObjectProvider<Gate> gates;

    RegisterNav(ObjectProvider<Gate> gates) {
        this.gates = gates;
    }

    @Override
    public List<NavItem> nav(HttpServletRequest request) {
        return gates.stream().anyMatch(gate -> gate.offers(request, "ACCOUNTS"))
                ? List.of(new NavItem("/accounts", "enrolment.nav", ORDER))
                : List.of();
    }
}
