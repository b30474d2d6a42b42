package akashi.inquiry;

import akashi.access.Asker;
import akashi.confirmation.HitConfirmation;
import akashi.confirmation.HitConfirmations;
import akashi.document.Wording;
import akashi.operation.OperationCode;
import akashi.operation.Operations;
import akashi.web.Go;
import akashi.web.NotFound;
import akashi.web.Reply;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What follows an answer: showing it again, its content, a choice among candidates, a request to confirm. */
@Controller
class AnswerPages {
    private final Inquiries inquiries;
    private final Confirming confirming;
    private final HitConfirmations confirmations;
    private final Operations operations;
    private final Wording wording;

    AnswerPages(
            Inquiries inquiries,
            Confirming confirming,
            HitConfirmations confirmations,
            Operations operations,
            Wording wording) {
        this.inquiries = inquiries;
        this.confirming = confirming;
        this.confirmations = confirmations;
        this.operations = operations;
        this.wording = wording;
    }

    /** Shows an answer again: a use of its own, by the asker, while it is open. */
    @GetMapping("/inquiries/{number}")
    Reply again(Asker asker, @PathVariable String number) {
        return inquiries.reopen(asker, number).<Reply>map(AnswerPage::new).orElseGet(ClosedPage::new);
    }

    /** Asks the same question again by the wide keys. */
    @PostMapping("/inquiries/{number}/wide")
    Reply wide(Asker asker, @PathVariable String number) {
        return inquiries.widen(asker, number).<Reply>map(AnswerPage::new).orElseGet(ClosedPage::new);
    }

    @PostMapping("/inquiries/{number}/hits/{place}/content")
    Reply content(Asker asker, @PathVariable String number, @PathVariable int place) {
        return content(asker, number, place, inquiries.content(asker, number, place));
    }

    @PostMapping("/inquiries/{number}/choice")
    Reply choose(
            Asker asker,
            @PathVariable String number,
            @RequestParam String operation,
            @RequestParam(defaultValue = "-1") int place,
            @RequestParam(defaultValue = "") String reason) {
        if (!OperationCode.fits(operation)) {
            throw new NotFound();
        }
        return switch (inquiries.choose(asker, number, new OperationCode(operation), place, reason)) {
            case ChoiceOutcome.Closed _ -> new ClosedPage();
            case ChoiceOutcome.ReasonMissing(var answer) ->
                inquiries
                        .reopen(asker, answer.number())
                        .<Reply>map(again ->
                                new AnswerPage(again, "inquiry.choice.fault.reason", same(answer, place, again)))
                        .orElseGet(ClosedPage::new);
            case ChoiceOutcome.Chosen(var answer, var chosen, var proved) ->
                chosen == 0
                        ? new NonePage(answer.number(), proved)
                        : content(asker, number, chosen, inquiries.content(asker, number, chosen));
        };
    }

    @PostMapping("/inquiries/{number}/hits/{place}/confirmation")
    Reply confirm(
            Asker asker,
            @PathVariable String number,
            @PathVariable int place,
            @RequestParam(defaultValue = "false") boolean urgent) {
        return confirming
                .ask(asker, number, place, urgent)
                .<Reply>map(asked -> Go.to("/hit-confirmations/" + asked.seq(), "inquiry.confirmation.asked"))
                .orElseGet(ClosedPage::new);
    }

    private Reply content(Asker asker, String number, int place, ContentAnswer answer) {
        return switch (answer) {
            case ContentAnswer.Closed _ -> new ClosedPage();
            case ContentAnswer.ChoiceFirst _ ->
                inquiries
                        .reopen(asker, number)
                        .<Reply>map(again -> new AnswerPage(again, "inquiry.choice.fault.first", AnswerPage.NOTHING))
                        .orElseGet(ClosedPage::new);
            case ContentAnswer.Gone(var _, var hit, var proved) -> new GonePage(hit, proved);
            case ContentAnswer.Refused(var _, var hit, var reasons, var proved) ->
                new ContentRefusedPage(hit, reasons, proved);
            case ContentAnswer.Shown shown -> {
                var asked = confirmations.ofInquiry(shown.answer().proved()).stream()
                        .filter(one -> one.about().hit() == place)
                        .toList();
                yield page(shown, asked);
            }
        };
    }

    /** Where the record that was picked stands in the answer shown again; nothing is picked where it is gone. */
    private static int same(Answer before, int place, Answer again) {
        return place == 0
                ? 0
                : before.hit(place)
                        .flatMap(picked -> again.hits().stream()
                                .filter(hit -> hit.summary()
                                        .id()
                                        .equals(picked.summary().id()))
                                .findFirst())
                        .map(Hit::place)
                        .orElse(AnswerPage.NOTHING);
    }

    private ContentPage page(ContentAnswer.Shown shown, java.util.List<HitConfirmation> asked) {
        var version = operations
                .version(shown.content().operationVersion())
                .orElse(shown.hit().operation());
        return new ContentPage(shown, asked, ContentView.of(version.definition(), shown.content(), wording));
    }
}
