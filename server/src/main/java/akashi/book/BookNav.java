package akashi.book;

import akashi.access.Visitors;
import akashi.web.NavItem;
import akashi.web.NavSource;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leads to the inquiry book those who supervise a unit. */
@Component
class BookNav implements NavSource {
    private final Visitors visitors;

    BookNav(Visitors visitors) {
        this.visitors = visitors;
    }

    @Override
    public List<NavItem> nav(HttpServletRequest request) {
        return visitors.of(request)
                .filter(asker -> visitors.opens(asker, BookPages.BOOK))
                .map(_ -> List.of(new NavItem("/book", "book.nav", 40)))
                .orElse(List.of());
    }
}
