package akashi.confirmation;

import akashi.access.Asker;
import akashi.access.Visitors;
import akashi.organization.Organization;
import akashi.web.NavItem;
import akashi.web.NavSource;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leads to the requests to confirm hits, with how many wait for the asker's units. */
@Component
class HitConfirmationNav implements NavSource {
    private final Visitors visitors;
    private final OpenConfirmations open;
    private final Organization organization;

    HitConfirmationNav(Visitors visitors, OpenConfirmations open, Organization organization) {
        this.visitors = visitors;
        this.open = open;
        this.organization = organization;
    }

    @Override
    public List<NavItem> nav(HttpServletRequest request) {
        return visitors.of(request)
                .map(asker -> List.of(new NavItem("/hit-confirmations", "confirmation.nav", 16, waiting(asker))))
                .orElse(List.of());
    }

    private int waiting(Asker asker) {
        var roster = organization.roster();
        return open.all().entrySet().stream()
                .filter(entry -> asker.offices()
                        .anyMatch(office -> roster.serves(office.unit().id(), entry.getKey())))
                .mapToInt(java.util.Map.Entry::getValue)
                .sum();
    }
}
