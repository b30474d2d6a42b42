package akashi.reading;

import akashi.document.SearchKeys;
import akashi.document.Standing;
import akashi.operation.Ending;
import akashi.operation.Transition;
import akashi.usage.Proved;
import akashi.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document as it says now, or as the system held it at an instant.
 *
 * @param asOf the instant asked for; null for now
 * @param links records a person confirmed to be about the same (名寄せ)
 */
record ViewPage(
        Shown shown,
        Why why,
        @Nullable Instant asOf,
        Instant now,
        List<Transition> transitions,
        List<Ending> endings,
        UUID request,
        Proved proof,
        List<LinkedRecords.Linked> links)
        implements Page {
    ViewPage {
        transitions = List.copyOf(transitions);
        endings = List.copyOf(endings);
        links = List.copyOf(links);
    }

    @Override
    public String template() {
        return "reading/view";
    }

    @Override
    public String title() {
        return "reading.view.title";
    }

    @Override
    public List<Object> titleArgs() {
        return List.of(shown.content().number());
    }

    String path() {
        return RecordPaths.of(shown.content().operation(), shown.content().number());
    }

    boolean lapsed() {
        return shown.type()
                .expiry()
                .map(expiry -> SearchKeys.date(shown.content().values(), expiry.field()))
                .filter(date -> date.to().isBefore(akashi.calendar.JapaneseDates.dateOf(now)))
                .isPresent();
    }

    boolean open() {
        Standing standing = shown.content().standing();
        return asOf == null && standing != Standing.ENDED && standing != Standing.WITHDRAWN;
    }
}
