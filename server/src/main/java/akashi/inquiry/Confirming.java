package akashi.inquiry;

import akashi.access.Asker;
import akashi.confirmation.HitConfirmation;
import akashi.confirmation.HitConfirmations;
import akashi.question.Inquiry;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the registering unit about a hit of an open answer. */
@Component
public class Confirming {
    private final Inquiries inquiries;
    private final HitConfirmations confirmations;

    Confirming(Inquiries inquiries, HitConfirmations confirmations) {
        this.inquiries = inquiries;
        this.confirmations = confirmations;
    }

    /**
     * Asks whether the hit still stands; asked twice, the first request is returned. Empty when the answer is not open
     * to this asker or has no such hit. A hit that is 未確認 is always asked urgently.
     */
    public Optional<HitConfirmation> ask(Asker asker, String number, int place, boolean urgent) {
        return inquiries
                .open(asker, number)
                .flatMap(answer -> answer.hit(place).map(hit -> {
                    var pressing = urgent || hit.unconfirmed();
                    var summary = hit.summary();
                    var about = new HitConfirmation.About(
                            number,
                            place,
                            summary.operation(),
                            hit.operation().hash(),
                            summary.id(),
                            summary.version(),
                            summary.number(),
                            summary.unit());
                    return confirmations.ask(
                            asker,
                            new HitConfirmations.Wish(
                                    answer.proved(),
                                    about,
                                    pressing,
                                    hit.unconfirmed(),
                                    pressing ? hit.urgent() : hit.ordinary(),
                                    reach(asker, answer.inquiry())));
                }));
    }

    private static String reach(Asker asker, Inquiry inquiry) {
        var requester = inquiry.requester();
        return requester == null || requester.callSign().isBlank()
                ? asker.device().number()
                : requester.callSign();
    }
}
