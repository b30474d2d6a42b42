package akashi.batch;

import akashi.access.Asker;
import akashi.access.Visitors;
import akashi.usage.Gate;
import akashi.web.NavItem;
import akashi.web.NavSource;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leads to batch inquiries whoever may ask for one or approve one, with how many wait for this viewer's word. */
@Component
class BatchNav implements NavSource {
    private static final int ORDER = 12;

    private final Visitors visitors;
    private final Gate gate;
    private final BatchRights rights;
    private final WaitingBatches waiting;

    BatchNav(Visitors visitors, Gate gate, BatchRights rights, WaitingBatches waiting) {
        this.visitors = visitors;
        this.gate = gate;
        this.rights = rights;
        this.waiting = waiting;
    }

    @Override
    public List<NavItem> nav(HttpServletRequest request) {
        return visitors.of(request)
                .filter(asker -> rights.any(asker) || gate.offers(request, Handling.LOOK))
                .map(asker -> List.of(new NavItem("/batches", "batch.nav", ORDER, count(asker, request))))
                .orElse(List.of());
    }

    private int count(Asker asker, HttpServletRequest request) {
        return waiting.now().stream()
                .filter(one -> !one.staff().equals(asker.staffNumber()))
                .filter(one -> gate.offers(request, Batches.APPROVE, one.unit()))
                .mapToInt(BatchSql.Waiting::count)
                .sum();
    }
}
