package akashi.matching;

import akashi.calendar.JapaneseDates;
import akashi.document.RecordId;
import akashi.record.Comparables;
import akashi.usage.Actor;
import akashi.usage.LedgerUnavailable;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares everything anew (全件突合), when somebody orders it and at night: rules and definitions change, and a mark read
 * another way may find what it missed. It goes page by page, remembers its place with each, and goes on behind it after
 * a crash; one node at a time by a lease.
 */
@Service
class Rematch {
    /** The act of ordering one, and of its end. */
    static final String ORDER = "MATCH_RUN";

    private static final String END = "MATCH_RUN_END";
    private static final Logger LOG = LoggerFactory.getLogger(Rematch.class);
    private static final String LEASE = "rematch";
    private static final int PAGE = 50;

    private final RunSql runs;
    private final HitSql hits;
    private final Comparables comparables;
    private final CounterpartMatch counterparts;
    private final Relations relations;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final MatchTiming timing;
    private final UUID holder = UUID.randomUUID();

    Rematch(
            RunTables tables,
            Comparables comparables,
            CounterpartMatch counterparts,
            Relations relations,
            UsageLog usage,
            TransactionTemplate transaction,
            MatchTiming timing) {
        this.runs = tables.runs();
        this.hits = tables.hits();
        this.comparables = comparables;
        this.counterparts = counterparts;
        this.relations = relations;
        this.usage = usage;
        this.transaction = transaction;
        this.timing = timing;
    }

    List<Run> latest() {
        return runs.latest(20);
    }

    /** Orders one; empty while another has not ended. Order and entry are one transaction. */
    Optional<Long> order(Use use) {
        int total = relations.compared().stream()
                .mapToInt(kind -> comparables.count(kind.operation(), kind.document()))
                .sum();
        Optional<Long> seq = transaction.execute(_ -> {
            var begun = runs.begin(use.actor().staffNumber(), timing.now(), total);
            begun.ifPresent(run -> {
                var _ = usage.record(
                        use.stating("run", Long.toString(run)).stating("records", Integer.toString(total)));
            });
            return begun;
        });
        return seq == null ? Optional.empty() : seq;
    }

    /** Orders the night's own, once a night. */
    @Scheduled(fixedDelayString = "${akashi.matching.look:PT1M}", initialDelayString = "${akashi.matching.look:PT1M}")
    void night() {
        guarded(() -> {
            var since = tonight();
            boolean ran = runs.latest(20).stream()
                    .anyMatch(run -> run.by().equals(CounterpartMatch.JOB)
                            && !run.startedAt().isBefore(since));
            if (!ran && timing.leases().take(LEASE, holder, timing.span())) {
                var _ = order(Use.of(ORDER, Actor.system(CounterpartMatch.JOB)));
            }
        });
    }

    /** The last time the night's hour came. */
    private Instant tonight() {
        LocalDate today = JapaneseDates.dateOf(timing.now());
        Instant hour = today.atTime(timing.settings().night())
                .atZone(JapaneseDates.ZONE)
                .toInstant();
        return hour.isAfter(timing.now())
                ? today.minusDays(1)
                        .atTime(timing.settings().night())
                        .atZone(JapaneseDates.ZONE)
                        .toInstant()
                : hour;
    }

    /** Goes on with the run that is open, unless another node does. */
    @Scheduled(fixedDelayString = "${akashi.matching.pause:PT5S}", initialDelayString = "${akashi.matching.pause:PT5S}")
    void work() {
        guarded(() -> {
            boolean more = runs.open().isPresent() && timing.leases().take(LEASE, holder, timing.span());
            while (more) {
                more = step() && timing.leases().take(LEASE, holder, timing.span());
            }
        });
    }

    /** One page; false at the end. */
    boolean step() {
        var open = runs.open().orElse(null);
        if (open == null) {
            return false;
        }
        var kinds = relations.compared();
        int at = at(kinds, open.place());
        if (at >= kinds.size()) {
            end(open);
            return false;
        }
        var kind = kinds.get(at);
        boolean here = kind.operation().value().equals(open.place().operation())
                && kind.document().equals(open.place().document());
        var ids = comparables.page(
                kind.operation(), kind.document(), here ? open.place().record() : null, PAGE);
        if (ids.isEmpty()) {
            if (at + 1 == kinds.size()) {
                end(open);
                return false;
            }
            var next = kinds.get(at + 1);
            runs.advance(open.seq(), new Run.Place(next.operation().value(), next.document(), null), 0, 0);
            return true;
        }
        var why = new CounterpartMatch.Why("run", Long.toString(open.seq()));
        int proposed = compare(ids, why);
        runs.advance(
                open.seq(),
                new Run.Place(kind.operation().value(), kind.document(), ids.getLast()),
                ids.size(),
                proposed);
        return true;
    }

    /** All at once; where one cannot be compared, each by itself, so that a run always comes to its end. */
    private int compare(List<RecordId> ids, CounterpartMatch.Why why) {
        try {
            return counterparts.compare(counterparts.read(ids, why), why);
        } catch (LedgerUnavailable | DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            if (ids.size() > 1) {
                return ids.stream().mapToInt(id -> compare(List.of(id), why)).sum();
            }
            LOG.error("Record {} could not be compared", ids.getFirst().value(), e);
            return 0;
        }
    }

    /** Where a run goes on; from the beginning where its kind is no longer compared. */
    private static int at(List<Relations.Kind> kinds, Run.Place place) {
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i).operation().value().equals(place.operation())
                    && kinds.get(i).document().equals(place.document())) {
                return i;
            }
        }
        return 0;
    }

    private void end(Run run) {
        transaction.executeWithoutResult(_ -> {
            int _ = hits.forget(timing.now().minus(timing.settings().keep()));
            if (runs.end(run.seq(), timing.now())) {
                var _ = usage.record(Use.of(END, Actor.system(CounterpartMatch.JOB))
                        .stating("run", Long.toString(run.seq()))
                        .stating("records", Integer.toString(run.done()))
                        .stating("proposed", Integer.toString(run.proposed())));
            }
        });
        timing.leases().leave(LEASE, holder);
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (LedgerUnavailable | DataAccessException | TransactionException e) {
            LOG.warn("The full comparison could not go on and will be tried again: {}", e.getMessage());
        }
    }
}
