package akashi.matching;

import akashi.access.Asker;
import akashi.access.Visitors;
import akashi.usage.Gate;
import akashi.web.NavItem;
import akashi.web.NavSource;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leads to what may be the same and what was registered later, with how much waits for the asker's units. */
@Component
class MatchNav implements NavSource {
    private static final int ORDER = 18;

    private final Visitors visitors;
    private final Gate gate;
    private final Mine mine;
    private final WaitingCounts counts;

    MatchNav(Visitors visitors, Gate gate, Mine mine, WaitingCounts counts) {
        this.visitors = visitors;
        this.gate = gate;
        this.mine = mine;
        this.counts = counts;
    }

    @Override
    public List<NavItem> nav(HttpServletRequest request) {
        return gate.offers(request, Handling.QUEUE)
                ? visitors.of(request)
                        .map(asker -> List.of(new NavItem("/matches", "matching.nav", ORDER, waiting(asker))))
                        .orElse(List.of())
                : List.of();
    }

    private int waiting(Asker asker) {
        var now = counts.now();
        int hits = now.hits().entrySet().stream()
                .filter(entry -> mine.byCode(entry.getKey())
                        .filter(unit -> mine.serves(asker, unit.id()))
                        .isPresent())
                .mapToInt(java.util.Map.Entry::getValue)
                .sum();
        return hits
                + now.pairs().entrySet().stream()
                        .filter(entry -> mine.serves(asker, entry.getKey()))
                        .mapToInt(java.util.Map.Entry::getValue)
                        .max()
                        .orElse(0);
    }
}
