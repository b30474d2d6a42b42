package akashi.matching;

import akashi.access.Asker;
import akashi.comparison.Comparison;
import akashi.document.RecordContent;
import akashi.document.RecordId;
import akashi.matching.Judging.Outcome;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The queue of a unit, a pair to be judged, and a registration that came after an inquiry. */
@Controller
class MatchPages {
    private final Handling handling;
    private final Sight sight;

    MatchPages(Handling handling, Sight sight) {
        this.handling = handling;
        this.sight = sight;
    }

    @GetMapping("/matches")
    Reply queue(Asker asker, HttpServletRequest request) {
        var queued = handling.queue(asker, request);
        var lang = Languages.of(request);
        return new QueuePage(
                queued.told().stream()
                        .map(hit -> new QueuePage.HitRow(
                                hit,
                                sight.views().of(hit, lang),
                                sight.person(hit.staff(), lang),
                                hit.seenAt() != null))
                        .toList(),
                rows(queued.waiting(), lang),
                rows(queued.judged(), lang),
                new QueuePage.May(
                        sight.gate().offers(request, Judging.PROPOSE),
                        sight.gate().offers(request, RunPages.RUN)));
    }

    @GetMapping("/matches/{seq:[0-9]{1,18}}")
    Reply pair(@PathVariable long seq, Asker asker, HttpServletRequest request) {
        return page(asker, seq, null, request);
    }

    @PostMapping("/matches/{seq:[0-9]{1,18}}")
    Reply judge(
            @PathVariable long seq,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String reason,
            Asker asker,
            HttpServletRequest request) {
        var outcome = handling.judge(asker, request, seq, version, verdict, reason);
        return after(asker, seq, outcome, verdict.equals("SAME") ? "matching.linked" : "matching.not-same", request);
    }

    @PostMapping("/matches/{seq:[0-9]{1,18}}/undo")
    Reply undo(
            @PathVariable long seq,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            Asker asker,
            HttpServletRequest request) {
        return after(asker, seq, handling.undo(asker, request, seq, version, reason), "matching.undone", request);
    }

    @GetMapping("/matches/hits/{seq:[0-9]{1,18}}")
    Reply hit(@PathVariable long seq, Asker asker, HttpServletRequest request) {
        var told = handling.hit(asker, request, seq);
        var lang = Languages.of(request);
        return new HitPage(
                told.hit(),
                sight.views().of(told.hit(), lang),
                sight.person(told.hit().staff(), lang),
                told.proof());
    }

    @PostMapping("/matches/hits/{seq:[0-9]{1,18}}")
    Reply noted(@PathVariable long seq, HttpServletRequest request) {
        handling.note(request, seq);
        return Go.to("/matches", "matching.noted");
    }

    private Reply after(Asker asker, long seq, Outcome outcome, String flash, HttpServletRequest request) {
        return outcome == Outcome.DONE ? Go.to("/matches", flash) : page(asker, seq, outcome.fault(), request);
    }

    private PairPage page(Asker asker, long seq, @Nullable String error, HttpServletRequest request) {
        var looked = handling.look(asker, request, seq);
        var lang = Languages.of(request);
        return new PairPage(
                looked.pair(),
                side(looked.pair().first(), looked.shown(), lang),
                side(looked.pair().second(), looked.shown(), lang),
                looked.comparison(),
                looked.said().stream()
                        .map(said -> new PairPage.Saying(
                                said.word(), said.reason(), said.at(), sight.person(said.staff(), lang)))
                        .toList(),
                looked.may(),
                error,
                looked.proof());
    }

    private List<QueuePage.PairRow> rows(List<Pair> all, Locale lang) {
        return all.stream()
                .map(pair -> new QueuePage.PairRow(
                        pair.seq(),
                        side(pair.first(), Map.of(), lang),
                        side(pair.second(), Map.of(), lang),
                        Comparison.strength(pair.score()),
                        pair.origin() == Pair.Origin.PERSON,
                        pair.state(),
                        pair.at()))
                .toList();
    }

    private SideView side(Pair.Side side, Map<RecordId, RecordContent> shown, Locale lang) {
        return sight.views().of(side, shown.get(side.record()), lang);
    }
}
