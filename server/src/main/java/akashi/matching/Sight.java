package akashi.matching;

import akashi.access.Asker;
import akashi.comparison.Traits;
import akashi.document.RecordContent;
import akashi.document.RecordId;
import akashi.record.Comparables;
import akashi.usage.Gate;
import akashi.usage.Naming;
import akashi.usage.Released;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What pages of this module need before they show anything: the gate, the entry, and the words. */
@Component
record Sight(
        Gate gate,
        UsageLog usage,
        Comparables comparables,
        CounterpartMatch counterparts,
        Mine mine,
        SideView.Views views,
        Optional<Naming> naming) {

    /** Passes the gate; everything shut looks like something that is not there. */
    Gate.Open pass(HttpServletRequest request, String act, @Nullable String unit) {
        return switch (gate.ask(request, act, unit)) {
            case Gate.Shut _ -> throw new NotFound();
            case Gate.Open open -> open;
        };
    }

    /** The records that exist for the asker, by their ids, after the entry about them is durable. */
    Released<Map<RecordId, RecordContent>> release(Use use, Collection<RecordId> ids, Asker asker) {
        return usage.release(use, comparables.shown(ids, asker).map(found -> {
            Map<RecordId, RecordContent> byId = new LinkedHashMap<>();
            found.forEach(content -> byId.put(content.id(), content));
            return byId;
        }));
    }

    Optional<Traits> traits(RecordContent content) {
        return counterparts.traits(content);
    }

    String person(String staff, Locale language) {
        var name = naming.map(names -> names.person(staff, language)).orElse("");
        return name.isEmpty() ? staff : name;
    }

    /** Whether a reason says something that can be kept. */
    static boolean said(String reason) {
        var text = reason.strip();
        return text.length() >= Judging.SHORTEST_REASON
                && text.length() <= Judging.LONGEST_REASON
                && text.codePoints()
                        .noneMatch(
                                sign -> Character.isISOControl(sign) || Character.getType(sign) == Character.SURROGATE);
    }
}
