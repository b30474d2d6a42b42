package akashi.matching;

import akashi.access.Asker;
import akashi.comparison.Comparing;
import akashi.comparison.Comparison;
import akashi.document.RecordContent;
import akashi.document.RecordId;
import akashi.matching.Judging.Outcome;
import akashi.operation.Act;
import akashi.organization.Unit;
import akashi.usage.Proved;
import akashi.usage.Use;
import akashi.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What pages and the API do alike with the queue: pass the gate, show what the asker may know after the entry about it
 * is durable, and take a verdict about what its maker had before their eyes.
 */
@Component
class Handling {
    static final String QUEUE = "MATCHES";
    static final String LOOK = "MATCH_LOOK";
    private static final int MOST = 50;

    private final Judging judging;
    private final HitSql hits;
    private final PairSql pairs;
    private final Sight sight;
    private final Comparing comparing;

    Handling(Judging judging, HitSql hits, PairSql pairs, Sight sight, Comparing comparing) {
        this.judging = judging;
        this.hits = hits;
        this.pairs = pairs;
        this.sight = sight;
        this.comparing = comparing;
    }

    /** What waits for the asker's units, as far as its records exist for the asker. */
    record Queued(List<DelayedHit> told, List<Pair> waiting, List<Pair> judged, Proved proof) {
        Queued {
            told = List.copyOf(told);
            waiting = List.copyOf(waiting);
            judged = List.copyOf(judged);
        }
    }

    /**
     * A pair.
     *
     * @param shown what the records say that the asker may read
     * @param comparison null where the asker may not read both
     */
    record Looked(
            Pair pair,
            Map<RecordId, RecordContent> shown,
            @Nullable Comparison comparison,
            List<Pair.Said> said,
            PairPage.May may,
            Proved proof) {
        Looked {
            shown = Map.copyOf(shown);
            said = List.copyOf(said);
        }

        /** What two records say is nobody's business in a log line. */
        @Override
        public String toString() {
            return "Looked[" + pair.seq() + "]";
        }
    }

    /** A registration that came after an inquiry. */
    record Told(DelayedHit hit, Proved proof) {}

    Queued queue(Asker asker, HttpServletRequest request) {
        var open = sight.pass(request, QUEUE, null);
        var units = sight.mine().units(asker).stream().map(Unit::code).toList();
        var told = hits.of(units, MOST).stream()
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
        var released = sight.release(Use.of(QUEUE, open.actor()).decided(open.ruling()), ids, asker);
        var shown = released.value();
        return new Queued(
                told.stream().filter(hit -> shown.containsKey(hit.record())).toList(),
                known(waiting, shown),
                known(judged, shown),
                released.proved());
    }

    Looked look(Asker asker, HttpServletRequest request, long seq) {
        var pair = find(asker, seq);
        var own = unit(asker, pair);
        var open = sight.pass(request, LOOK, own);
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
        return new Looked(
                pair,
                shown,
                both ? compare(pair, shown) : null,
                pairs.said(pair.seq()),
                new PairPage.May(
                        judges && both && pair.state() == Pair.State.OPEN,
                        judges && (pair.state() != Pair.State.OPEN && pair.state() != Pair.State.GONE),
                        proposer),
                all.proved());
    }

    /**
     * Takes a verdict about the pair as it was at this version; {@code verdict} is {@code SAME} or {@code NOT_SAME}.
     */
    Outcome judge(Asker asker, HttpServletRequest request, long seq, int version, String verdict, String reason) {
        var pair = find(asker, seq);
        var open = sight.pass(request, Judging.VERDICT, unit(asker, pair));
        var word = verdict.equals("SAME") ? Pair.Word.SAME : verdict.equals("NOT_SAME") ? Pair.Word.NOT_SAME : null;
        if (word == null) {
            return Outcome.VERDICT;
        }
        if (!Sight.said(reason)) {
            return Outcome.REASON;
        }
        if (!pair.sides().stream().allMatch(side -> may(asker, side))) {
            return Outcome.UNREAD;
        }
        return pair.version() == version
                ? judging.judge(asker, pair, word, reason.strip(), open.ruling())
                : Outcome.STALE;
    }

    /** Takes a verdict back. */
    Outcome undo(Asker asker, HttpServletRequest request, long seq, int version, String reason) {
        var pair = find(asker, seq);
        var open = sight.pass(request, Judging.VERDICT, unit(asker, pair));
        if (!Sight.said(reason)) {
            return Outcome.REASON;
        }
        return pair.version() == version ? judging.undo(asker, pair, reason.strip(), open.ruling()) : Outcome.STALE;
    }

    Told hit(Asker asker, HttpServletRequest request, long seq) {
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
        return new Told(hit, released.proved());
    }

    /** Notes that somebody of the unit has taken note of a later registration. */
    void note(HttpServletRequest request, long seq) {
        var hit = hits.one(seq).orElseThrow(NotFound::new);
        var open = sight.pass(request, LOOK, hit.unit());
        judging.note(
                hit,
                Use.of(LOOK, open.actor())
                        .decided(open.ruling())
                        .stating("of", hit.inquiry())
                        .stating("noted", "true"));
    }

    /** A pair with a side that is the asker's own matter; every other number looks like none. */
    Pair find(Asker asker, long seq) {
        return judging.find(asker, seq).orElseThrow(NotFound::new);
    }

    private @Nullable Comparison compare(Pair pair, Map<RecordId, RecordContent> shown) {
        var sides = pair.sides().stream()
                .flatMap(side -> Stream.ofNullable(shown.get(side.record())))
                .flatMap(content -> sight.traits(content).stream())
                .toList();
        return sides.size() == 2 ? comparing.compare(sides.getFirst(), sides.getLast()) : null;
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

    private static List<Pair> known(List<Pair> all, Map<RecordId, RecordContent> shown) {
        return all.stream()
                .filter(pair -> pair.sides().stream().allMatch(side -> shown.containsKey(side.record())))
                .toList();
    }
}
