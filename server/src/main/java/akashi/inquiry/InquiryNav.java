package akashi.inquiry;

import akashi.access.Visitors;
import akashi.question.InquiryRights;
import akashi.web.NavItem;
import akashi.web.NavSource;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leads to the console and to one's own results. */
@Component
class InquiryNav implements NavSource {
    private final Visitors visitors;
    private final InquiryRights rights;

    InquiryNav(Visitors visitors, InquiryRights rights) {
        this.visitors = visitors;
        this.rights = rights;
    }

    @Override
    public List<NavItem> nav(HttpServletRequest request) {
        return visitors.of(request)
                .filter(rights::any)
                .map(_ -> List.of(
                        new NavItem("/", "inquiry.nav.ask", 10), new NavItem("/results", "inquiry.nav.results", 14)))
                .orElse(List.of());
    }
}
