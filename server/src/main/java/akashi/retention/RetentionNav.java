package akashi.retention;

import akashi.usage.Gate;
import akashi.web.NavItem;
import akashi.web.NavSource;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leads to what may be erased and what is held those who watch over the system. */
@Component
class RetentionNav implements NavSource {
    private static final int ORDER = 88;

    private final Gate gate;

    RetentionNav(Gate gate) {
        this.gate = gate;
    }

    @Override
    public List<NavItem> nav(HttpServletRequest request) {
        return gate.offers(request, RetentionPages.LOOK)
                ? List.of(new NavItem("/retention", "retention.nav", ORDER))
                : List.of();
    }
}
