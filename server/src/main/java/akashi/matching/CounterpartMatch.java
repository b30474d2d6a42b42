package akashi.matching;

import akashi.comparison.Blocks;
import akashi.comparison.Comparing;
import akashi.comparison.Traits;
import akashi.document.RecordContent;
import akashi.document.RecordId;
import akashi.operation.OperationVersion;
import akashi.record.Comparables;
import akashi.record.Comparables.Counting;
import akashi.usage.Actor;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares records with their counterparts and proposes what may be the same. Everything it reads is a use of the job
 * on the log before it is looked at; everything it writes is one transaction a record, and written twice is written
 * once.
 */
@Component
class CounterpartMatch {
    /** Name of the job as entries name it. */
    static final String JOB = "matching";

    /** The act under which its readings stand on the log. */
    static final String ACT = "MATCH";

    /** Most counterparts looked at for one record, and most proposed: the best. */
    private static final int FOUND = 200;

    private static final int PROPOSED = 20;

    /** Records that one entry names. */
    private static final int NAMED = 400;

    private final Comparables comparables;
    private final Relations relations;
    private final Comparing comparing;
    private final PartSql parts;
    private final PairSql pairs;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CounterpartMatch(
            Comparables comparables,
            Relations relations,
            Comparing comparing,
            MatchTables tables,
            UsageLog usage,
            TransactionTemplate transaction,
            Clock clock) {
        this.comparables = comparables;
        this.relations = relations;
        this.comparing = comparing;
        this.parts = tables.parts();
        this.pairs = tables.pairs();
        this.usage = usage;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a reading is for, as its entries state it. */
    record Why(String fact, String value) {}

    /** Reads documents for the job; entries name them and stand before this returns. */
    List<Counting> read(Collection<RecordId> ids, Why why) {
        var all = List.copyOf(ids);
        var read = new ArrayList<Counting>(all.size());
        for (int from = 0; from < all.size(); from += NAMED) {
            var part = all.subList(from, Math.min(all.size(), from + NAMED));
            read.addAll(usage.release(
                            Use.of(ACT, Actor.system(JOB)).stating(why.fact(), why.value()), comparables.counting(part))
                    .value());
        }
        return read;
    }

    /** Takes records that no longer answer out of everything that waits. */
    void over(RecordId record) {
        transaction.executeWithoutResult(_ -> {
            parts.remove(record);
            pairs.over(record, clock.instant());
        });
    }

    /** Compares records that answer with their counterparts; gives how many pairs began to wait. */
    int compare(List<Counting> read, Why why) {
        Map<RecordId, RecordContent> known = new HashMap<>();
        Map<RecordContent, Traits> wanted = new LinkedHashMap<>();
        for (var one : read) {
            known.put(one.content().id(), one.content());
            traits(one.content()).ifPresent(traits -> wanted.put(one.content(), traits));
        }
        Map<RecordContent, Set<RecordId>> found = found(wanted);
        var missing = new LinkedHashSet<RecordId>();
        found.values().forEach(missing::addAll);
        missing.removeAll(known.keySet());
        read(missing, why).forEach(other -> known.put(other.content().id(), other.content()));
        int proposed = 0;
        for (var entry : found.entrySet()) {
            var others = entry.getValue().stream()
                    .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                    .toList();
            proposed += propose(entry.getKey(), others);
        }
        return proposed;
    }

    /** What a document says that can be compared; empty where its kind is compared with none. */
    Optional<Traits> traits(RecordContent content) {
        return relations
                .version(content.operation())
                .map(OperationVersion::definition)
                .flatMap(definition -> definition.document(content.documentType()))
                .filter(type -> !type.matching().parts().isEmpty())
                .map(type -> Traits.of(type, content.values()));
    }

    /** First every record says by what it is found, then each looks: two of one batch find each other. */
    private Map<RecordContent, Set<RecordId>> found(Map<RecordContent, Traits> wanted) {
        transaction.executeWithoutResult(_ -> wanted.forEach((content, traits) -> {
            parts.remove(content.id());
            parts.add(content.id(), kind(content), Blocks.of(traits));
        }));
        Map<RecordContent, Set<RecordId>> found = new LinkedHashMap<>();
        wanted.forEach((content, traits) -> {
            var others = new LinkedHashSet<>(pairs.partners(content.id()));
            var counterparts = relations.counterparts(kind(content));
            if (!counterparts.isEmpty()) {
                others.addAll(parts.sharing(content.id(), Blocks.of(traits), counterparts, FOUND));
            }
            found.put(content, others);
        });
        return found;
    }

    private static Relations.Kind kind(RecordContent content) {
        return new Relations.Kind(content.operation(), content.documentType());
    }

    private record Scored(Pair.Side side, int score, int threshold) {
        boolean worthALook() {
            return score >= threshold;
        }
    }

    private int propose(RecordContent content, List<RecordContent> others) {
        var here = traits(content).orElseThrow();
        var scored = others.stream()
                .flatMap(other -> traits(other)
                        .map(there -> new Scored(
                                Pair.Side.of(other, there.print()),
                                comparing.compare(here, there).score(),
                                relations.threshold(kind(content), kind(other))))
                        .stream())
                .sorted(Comparator.comparingInt(Scored::score).reversed())
                .toList();
        var side = Pair.Side.of(content, here.print());
        Integer fresh = transaction.execute(_ -> {
            var now = clock.instant();
            int count = 0;
            for (var other :
                    scored.stream().filter(Scored::worthALook).limit(PROPOSED).toList()) {
                if (pairs.propose(Pair.ordered(side, other.side()), other.score(), Pair.Origin.RECORD, JOB, now)) {
                    count++;
                }
            }
            var weak = scored.stream()
                    .filter(one -> !one.worthALook())
                    .map(one -> one.side().record())
                    .toList();
            pairs.gone(content.id(), weak, now);
            return count;
        });
        return fresh == null ? 0 : fresh;
    }
}
