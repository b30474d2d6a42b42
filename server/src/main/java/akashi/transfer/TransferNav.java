package akashi.transfer;

import akashi.usage.Gate;
import akashi.web.NavItem;
import akashi.web.NavSource;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leads to the transfer orders those who keep them. */
@Component
class TransferNav implements NavSource {
    private static final int ORDER = 72;

    private final Gate gate;

    TransferNav(Gate gate) {
        this.gate = gate;
    }

    @Override
    public List<NavItem> nav(HttpServletRequest request) {
        return gate.offers(request, TransferPages.LOOK)
                ? List.of(new NavItem("/transfers", "transfer.nav", ORDER))
                : List.of();
    }
}
