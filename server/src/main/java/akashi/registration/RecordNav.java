package akashi.registration;

import akashi.access.Visitors;
import akashi.web.NavItem;
import akashi.web.NavSource;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Records, and the queue of those who confirm. */
@Component
class RecordNav implements NavSource {
    private final Visitors visitors;
    private final ConfirmationBadges badges;

    RecordNav(Visitors visitors, ConfirmationBadges badges) {
        this.visitors = visitors;
        this.badges = badges;
    }

    @Override
    public List<NavItem> nav(HttpServletRequest request) {
        return visitors.of(request)
                .map(asker -> {
                    List<NavItem> items = new ArrayList<>();
                    items.add(new NavItem("/records", "registration.nav", 20));
                    badges.of(asker)
                            .ifPresent(count -> items.add(
                                    new NavItem("/confirmations", "registration.nav.confirmations", 30, count)));
                    return List.copyOf(items);
                })
                .orElse(List.of());
    }
}
