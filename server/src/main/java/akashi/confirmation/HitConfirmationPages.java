package akashi.confirmation;

import akashi.access.Asker;
import akashi.confirmation.HitConfirmation.Verdict;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.web.Go;
import akashi.web.NotFound;
import akashi.web.Reply;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The queue of the registering unit, one request, and its reply. */
@Controller
class HitConfirmationPages {
    private final HitConfirmations confirmations;
    private final Operations operations;
    private final Organization organization;
    private final Clock clock;

    HitConfirmationPages(
            HitConfirmations confirmations, Operations operations, Organization organization, Clock clock) {
        this.confirmations = confirmations;
        this.operations = operations;
        this.organization = organization;
        this.clock = clock;
    }

    /** What the unit has to answer, and what one asked oneself. */
    @GetMapping("/hit-confirmations")
    Reply queue(Asker asker) {
        return new QueuePage(views(confirmations.queue(asker)), views(confirmations.asked(asker)));
    }

    @GetMapping("/hit-confirmations/{seq}")
    Reply one(Asker asker, @PathVariable long seq) {
        return page(asker, confirmations.find(asker, seq).orElseThrow(NotFound::new), null);
    }

    @PostMapping("/hit-confirmations/{seq}")
    Reply reply(
            Asker asker,
            @PathVariable long seq,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String note) {
        var found = confirmations.find(asker, seq).orElseThrow(NotFound::new);
        var said = verdict(verdict);
        if (said == null) {
            return page(asker, found, "confirmation.fault.verdict");
        }
        if (note.length() > HitConfirmations.LONGEST_NOTE) {
            return page(asker, found, "confirmation.fault.note");
        }
        return switch (confirmations.reply(asker, seq, said, note.strip())) {
            case HitConfirmations.Replied.NotYours _ -> throw new NotFound();
            case HitConfirmations.Replied.Already(var now) -> page(asker, now, "confirmation.fault.already");
            case HitConfirmations.Replied.Done _ -> Go.to("/hit-confirmations", "confirmation.replied", seq);
        };
    }

    private ConfirmationPage page(Asker asker, HitConfirmation one, @Nullable String fault) {
        var mayReply = one.reply() == null && confirmations.mayReply(asker, one);
        return new ConfirmationPage(view(one), mayReply, fault);
    }

    private List<ConfirmationView> views(List<HitConfirmation> all) {
        return all.stream().map(this::view).toList();
    }

    private ConfirmationView view(HitConfirmation one) {
        return ConfirmationView.of(one, operations, organization.roster(), clock.instant());
    }

    private static @Nullable Verdict verdict(String text) {
        for (var verdict : Verdict.values()) {
            if (verdict.name().equals(text)) {
                return verdict;
            }
        }
        return null;
    }
}
