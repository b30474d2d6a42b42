package akashi.matching;

import akashi.access.Asker;
import akashi.matching.Pair.Side;
import akashi.matching.Pair.State;
import akashi.matching.Pair.Word;
import akashi.usage.RecordRef;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people say about pairs: the same, not the same, taken back. Each is written with its entry on the log in one
 * transaction, and about the state its maker had before their eyes. The records themselves stay as they are.
 */
@Service
class Judging {
    static final String VERDICT = "MATCH_VERDICT";
    static final String PROPOSE = "MATCH_LINK";
    static final int SHORTEST_REASON = 3;
    static final int LONGEST_REASON = 400;

    /** How long judged pairs stay listed. */
    private static final Duration SHOWN = Duration.ofDays(14);

    private static final int MOST = 50;

    private final PairSql pairs;
    private final HitSql hits;
    private final Mine mine;
    private final Relations relations;
    private final WaitingCounts counts;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Judging(
            PairSql pairs,
            HitSql hits,
            Mine mine,
            Relations relations,
            WaitingCounts counts,
            UsageLog usage,
            TransactionTemplate transaction,
            Clock clock) {
        this.pairs = pairs;
        this.hits = hits;
        this.mine = mine;
        this.relations = relations;
        this.counts = counts;
        this.usage = usage;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What came of it. */
    enum Outcome {
        DONE(""),
        /** The pair is no longer what was shown: somebody else judged, or a record changed. */
        STALE("matching.fault.stale"),
        /** Who proposed a link does not confirm it. */
        OWN("matching.fault.own"),
        /** Neither the same nor not the same was said. */
        VERDICT("matching.fault.verdict"),
        /** A verdict needs a reason in words that can be kept. */
        REASON("matching.fault.reason"),
        /** Who may not read both does not judge. */
        UNREAD("matching.fault.unread");

        private final String fault;

        Outcome(String fault) {
            this.fault = fault;
        }

        /** Message key of why it was not taken, and of the way out; empty where it was. */
        String fault() {
            return fault;
        }
    }

    /** Pairs that wait for the asker's units, the strongest first. */
    List<Pair> waiting(Asker asker) {
        return pairs.waiting(mine.units(asker).stream().map(unit -> unit.id()).toList(), MOST);
    }

    /** Pairs of the asker's units that were judged lately, and links. */
    List<Pair> judged(Asker asker) {
        return pairs.judged(
                mine.units(asker).stream().map(unit -> unit.id()).toList(),
                clock.instant().minus(SHOWN),
                MOST);
    }

    /** A pair with a side that is the asker's own matter; empty for every other number. */
    Optional<Pair> find(Asker asker, long seq) {
        return pairs.one(seq).filter(pair -> pair.sides().stream().anyMatch(side -> mine.serves(asker, side.unit())));
    }

    /** Says that the two are the same or not, about exactly what was shown. */
    Outcome judge(Asker asker, Pair pair, Word word, String reason, Use.Ruling ruling) {
        boolean own = pair.origin() == Pair.Origin.PERSON && pair.proposedBy().equals(asker.staffNumber());
        if (word == Word.SAME && own) {
            return Outcome.OWN;
        }
        return pair.state() == State.OPEN
                ? move(asker, pair, word == Word.SAME ? State.SAME : State.NOT_SAME, word, reason, ruling)
                : Outcome.STALE;
    }

    /** Takes a verdict back: a link is undone, and a pair said not to be the same waits again. */
    Outcome undo(Asker asker, Pair pair, String reason, Use.Ruling ruling) {
        return switch (pair.state()) {
            case SAME -> move(asker, pair, State.UNDONE, Word.UNDONE, reason, ruling);
            case NOT_SAME, UNDONE -> move(asker, pair, State.OPEN, Word.UNDONE, reason, ruling);
            case OPEN, GONE -> Outcome.STALE;
        };
    }

    /** Proposes that two records are about the same; somebody else confirms it. Gives the pair's number. */
    long propose(Asker asker, Side one, Side other, int score, String reason, Use.Ruling ruling) {
        var sides = Pair.ordered(one, other);
        Long seq = transaction.execute(_ -> {
            boolean fresh = pairs.propose(sides, score, Pair.Origin.PERSON, asker.staffNumber(), clock.instant());
            var pair = pairs.of(sides).orElseThrow();
            if (fresh) {
                pairs.say(pair.seq(), said(asker, Word.PROPOSED, reason));
                var _ = usage.record(about(Use.of(PROPOSE, asker.actor()), pair)
                        .decided(ruling)
                        .noting(reason));
            }
            return pair.seq();
        });
        counts.count();
        if (seq == null) {
            throw new IllegalStateException("A proposal must have a number");
        }
        return seq;
    }

    /** Notes that somebody of the unit has taken note of a later registration; the first one stays. */
    void note(DelayedHit hit, Use use) {
        transaction.executeWithoutResult(_ -> {
            if (hits.seen(hit.seq(), use.actor().staffNumber(), clock.instant())) {
                var _ = usage.record(
                        use.touching(List.of(new RecordRef(hit.record().value().toString(), 0))));
            }
        });
        counts.count();
    }

    private Outcome move(Asker asker, Pair pair, State to, Word word, String reason, Use.Ruling ruling) {
        Boolean done = transaction.execute(status -> {
            if (!pairs.move(pair, to, clock.instant())) {
                return false;
            }
            pairs.say(pair.seq(), said(asker, word, reason));
            var _ = usage.record(about(Use.of(VERDICT, asker.actor()), pair)
                    .decided(ruling)
                    .stating("verdict", word.name())
                    .noting(reason));
            return true;
        });
        counts.count();
        return Boolean.TRUE.equals(done) ? Outcome.DONE : Outcome.STALE;
    }

    private Pair.Said said(Asker asker, Word word, String reason) {
        return new Pair.Said(
                word, reason, clock.instant(), asker.staffNumber(), asker.unit().id());
    }

    /** The use about a pair: its number, its records and their operations; nothing of what they say. */
    Use about(Use use, Pair pair) {
        var about = use.stating("pair", Long.toString(pair.seq()))
                .touching(pair.sides().stream()
                        .map(side -> new RecordRef(side.record().value().toString(), 0))
                        .toList());
        for (var operation :
                pair.sides().stream().map(Side::operation).distinct().toList()) {
            var version = relations.version(operation);
            if (version.isPresent()) {
                about = about.in(operation.value(), version.get().hash());
            }
        }
        return about;
    }
}
