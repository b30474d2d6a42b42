package akashi.desk;

import akashi.access.Visitors;
import akashi.web.NavItem;
import akashi.web.NavSource;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leads members of the inquiry centre to the desk. */
@Component
class DeskNav implements NavSource {
    private final Visitors visitors;

    DeskNav(Visitors visitors) {
        this.visitors = visitors;
    }

    @Override
    public List<NavItem> nav(HttpServletRequest request) {
        return visitors.of(request)
                .filter(asker -> visitors.opens(asker, Desk.ACT))
                .map(_ -> List.of(new NavItem("/desk", "desk.nav", 12)))
                .orElse(List.of());
    }
}
