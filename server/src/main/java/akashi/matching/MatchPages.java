package akashi.matching;

import akashi.access.Asker;
import akashi.comparison.Comparing;
import akashi.comparison.Comparison;
import akashi.document.RecordContent;
import akashi.document.RecordId;
import akashi.matching.Judging.Outcome;
import akashi.operation.Act;
import akashi.organization.Unit;
import akashi.usage.Use;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.NotFound;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The queue of a unit, a pair to be judged, and a registration that came after an inquiry. */
@Controller
class MatchPages {
    static final String QUEUE = "MATCHES";
    static final String LOOK = "MATCH_LOOK";
    private static final int MOST = 50;

    private final Judging judging;
    private final HitSql hits;
    private final PairSql pairs;
    private final Sight sight;
    private final Comparing comparing;

    MatchPages(Judging judging, HitSql hits, PairSql pairs, Sight sight, Comparing comparing) {
        this.judging = judging;
        this.hits = hits;
        this.pairs = pairs;
        this.sight = sight;
        this.comparing = comparing;
    }

    @GetMapping("/matches")
    Reply queue(Asker asker, HttpServletRequest request) {
        var open = sight.pass(request, QUEUE, null);
        var lang = Languages.of(request);
        var told = hits.of(sight.mine().units(asker).stream().map(Unit::code).toList(), MOST).stream()
                .filter(hit -> sight.mine().may(asker, Act.EXISTENCE, hit.kind().operation(), hit.recordUnit()))
                .toList();
        var waiting = judging.waiting(asker);
        var judged = judging.judged(asker);
        var ids = Stream.concat(
                        told.stream().map(DelayedHit::record),
                        Stream.concat(waiting.stream(), judged.stream())
                                .flatMap(pair -> pair.sides().stream())
                                .map(Pair.Side::record))
                .distinct()
                .toList();
        var shown = sight.release(Use.of(QUEUE, open.actor()).decided(open.ruling()), ids, asker)
                .value();
        return new QueuePage(
                told.stream()
                        .filter(hit -> shown.containsKey(hit.record()))
                        .map(hit -> new QueuePage.HitRow(
                                hit, side(hit, lang), sight.person(hit.staff(), lang), hit.seenAt() != null))
                        .toList(),
                rows(waiting, shown, lang),
                rows(judged, shown, lang),
                new QueuePage.May(
                        sight.gate().offers(request, Judging.PROPOSE),
                        sight.gate().offers(request, RunPages.RUN)));
    }

    @GetMapping("/matches/{seq:[0-9]{1,18}}")
    Reply pair(@PathVariable long seq, Asker asker, HttpServletRequest request) {
        return page(asker, judging.find(asker, seq).orElseThrow(NotFound::new), null, request);
    }

    @PostMapping("/matches/{seq:[0-9]{1,18}}")
    Reply judge(
            @PathVariable long seq,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String reason,
            Asker asker,
            HttpServletRequest request) {
        var pair = judging.find(asker, seq).orElseThrow(NotFound::new);
        var open = sight.pass(request, Judging.VERDICT, unit(asker, pair));
        var word = verdict.equals("SAME") ? Pair.Word.SAME : verdict.equals("NOT_SAME") ? Pair.Word.NOT_SAME : null;
        if (word == null) {
            return page(asker, pair, "matching.fault.verdict", request);
        }
        if (!Sight.said(reason)) {
            return page(asker, pair, "matching.fault.reason", request);
        }
        if (!readable(asker, pair)) {
            return page(asker, pair, "matching.fault.unread", request);
        }
        var outcome = pair.version() == version
                ? judging.judge(asker, pair, word, reason.strip(), open.ruling())
                : Outcome.STALE;
        return after(asker, seq, outcome, word == Pair.Word.SAME ? "matching.linked" : "matching.not-same", request);
    }

    @PostMapping("/matches/{seq:[0-9]{1,18}}/undo")
    Reply undo(
            @PathVariable long seq,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            Asker asker,
            HttpServletRequest request) {
        var pair = judging.find(asker, seq).orElseThrow(NotFound::new);
        var open = sight.pass(request, Judging.VERDICT, unit(asker, pair));
        if (!Sight.said(reason)) {
            return page(asker, pair, "matching.fault.reason", request);
        }
        var outcome =
                pair.version() == version ? judging.undo(asker, pair, reason.strip(), open.ruling()) : Outcome.STALE;
        return after(asker, seq, outcome, "matching.undone", request);
    }

    @GetMapping("/matches/hits/{seq:[0-9]{1,18}}")
    Reply hit(@PathVariable long seq, Asker asker, HttpServletRequest request) {
        var hit = hits.one(seq).orElseThrow(NotFound::new);
        var open = sight.pass(request, LOOK, hit.unit());
        if (!sight.mine().may(asker, Act.EXISTENCE, hit.kind().operation(), hit.recordUnit())) {
            throw new NotFound();
        }
        var released = sight.release(
                Use.of(LOOK, open.actor()).decided(open.ruling()).stating("of", hit.inquiry()),
                List.of(hit.record()),
                asker);
        if (released.value().isEmpty()) {
            throw new NotFound();
        }
        var lang = Languages.of(request);
        return new HitPage(hit, side(hit, lang), sight.person(hit.staff(), lang), released.proved());
    }

    @PostMapping("/matches/hits/{seq:[0-9]{1,18}}")
    Reply noted(@PathVariable long seq, HttpServletRequest request) {
        var hit = hits.one(seq).orElseThrow(NotFound::new);
        var open = sight.pass(request, LOOK, hit.unit());
        judging.note(
                hit,
                Use.of(LOOK, open.actor())
                        .decided(open.ruling())
                        .stating("of", hit.inquiry())
                        .stating("noted", "true"));
        return Go.to("/matches", "matching.noted");
    }

    private Reply after(Asker asker, long seq, Outcome outcome, String flash, HttpServletRequest request) {
        return switch (outcome) {
            case DONE -> Go.to("/matches", flash);
            case STALE -> again(asker, seq, "matching.fault.stale", request);
            case OWN -> again(asker, seq, "matching.fault.own", request);
        };
    }

    private Reply again(Asker asker, long seq, String error, HttpServletRequest request) {
        return page(asker, judging.find(asker, seq).orElseThrow(NotFound::new), error, request);
    }

    private PairPage page(Asker asker, Pair pair, @Nullable String error, HttpServletRequest request) {
        var own = unit(asker, pair);
        var open = sight.pass(request, LOOK, own);
        var lang = Languages.of(request);
        var readable = pair.sides().stream()
                .filter(side -> may(asker, side))
                .map(Pair.Side::record)
                .toList();
        var all = sight.release(
                judging.about(Use.of(LOOK, open.actor()).decided(open.ruling()), pair),
                pair.sides().stream().map(Pair.Side::record).toList(),
                asker);
        if (all.value().size() < pair.sides().size()) {
            throw new NotFound();
        }
        Map<RecordId, RecordContent> shown = all.value().entrySet().stream()
                .filter(entry -> readable.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        boolean both = shown.size() == pair.sides().size();
        boolean judges = sight.gate().offers(request, Judging.VERDICT, own);
        boolean proposer =
                pair.origin() == Pair.Origin.PERSON && pair.proposedBy().equals(asker.staffNumber());
        return new PairPage(
                pair,
                side(pair.first(), shown, lang),
                side(pair.second(), shown, lang),
                both ? compare(pair, shown) : null,
                pairs.said(pair.seq()).stream()
                        .map(said -> new PairPage.Saying(
                                said.word(), said.reason(), said.at(), sight.person(said.staff(), lang)))
                        .toList(),
                new PairPage.May(
                        judges && both && pair.state() == Pair.State.OPEN,
                        judges && (pair.state() != Pair.State.OPEN && pair.state() != Pair.State.GONE),
                        proposer),
                error,
                all.proved());
    }

    private @Nullable Comparison compare(Pair pair, Map<RecordId, RecordContent> shown) {
        var sides = pair.sides().stream()
                .flatMap(side -> Stream.ofNullable(shown.get(side.record())))
                .flatMap(content -> sight.traits(content).stream())
                .toList();
        return sides.size() == 2 ? comparing.compare(sides.getFirst(), sides.getLast()) : null;
    }

    private boolean readable(Asker asker, Pair pair) {
        return pair.sides().stream().allMatch(side -> may(asker, side));
    }

    private boolean may(Asker asker, Pair.Side side) {
        return sight.mine().may(asker, Act.CONTENT, side.operation(), side.unit());
    }

    /** The code of the unit for which the asker handles the pair. */
    private String unit(Asker asker, Pair pair) {
        return pair.sides().stream()
                .map(Pair.Side::unit)
                .filter(unit -> sight.mine().serves(asker, unit))
                .findFirst()
                .flatMap(sight.mine()::code)
                .orElseThrow(NotFound::new);
    }

    private List<QueuePage.PairRow> rows(List<Pair> all, Map<RecordId, RecordContent> shown, Locale lang) {
        return all.stream()
                .filter(pair -> pair.sides().stream().allMatch(side -> shown.containsKey(side.record())))
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
        return sight.views().of(side.kind(), side.number(), side.unit(), shown.get(side.record()), lang);
    }

    private SideView side(DelayedHit hit, Locale lang) {
        return sight.views().of(hit.kind(), hit.number(), hit.recordUnit(), null, lang);
    }
}
