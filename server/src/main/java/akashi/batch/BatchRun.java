package akashi.batch;

import akashi.access.Asker;
import akashi.access.ConditionResult;
import akashi.access.Decision;
import akashi.inquiry.Inquiries;
import akashi.question.Inquiry;
import akashi.result.PastInquiry;
import akashi.usage.LedgerUnavailable;
import akashi.usage.PastUse;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Uses;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks an approved list, four items at a time, on behalf of whoever asked for it and started it.
 *
 * <p>No item is asked twice and none is lost, whenever the node falls: an item is marked before it is asked, its entry
 * on the log names it, and its answer is stored afterwards. Whoever goes on looks up on the log every item that is
 * marked and has no answer: with an entry it was asked and stands as answered, without one it is asked now. One worker
 * at a time has the lease; it is renewed before every item and much longer than the ledger's patience.
 */
@Service
class BatchRun {
    static final String RUN = "BATCH_RUN";
    static final String STOP = "BATCH_STOP";
    static final String END = "BATCH_END";
    private static final String RESUME = "BATCH_RESUME";

    private static final int AT_ONCE = 4;
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** Times of entries are coarser than those of requests, and clocks of nodes differ; names of items are unique. */
    private static final Duration SLACK = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(BatchRun.class);

    private final BatchTables tables;
    private final WishReader reader;
    private final Inquiries inquiries;
    private final Uses uses;
    private final UsageLog usage;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BatchRun(
            BatchTables tables,
            WishReader reader,
            Inquiries inquiries,
            Uses uses,
            UsageLog usage,
            TransactionTemplate transaction,
            Clock clock) {
        this.tables = tables;
        this.reader = reader;
        this.inquiries = inquiries;
        this.uses = uses;
        this.usage = usage;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What came of starting. */
    enum Started {
        DONE(""),
        /** The request is no longer what was shown, or its time is over. */
        STALE("batch.fault.stale"),
        /** The list is not the one that was approved. */
        CHANGED("batch.fault.changed"),
        /** Whoever asked for it no longer holds the post from which it was asked for. */
        POST("batch.fault.post"),
        /** No operation may be asked any more; the refusal is on the ledger. */
        REFUSED("batch.fault.right");

        private final String fault;

        Started(String fault) {
            this.fault = fault;
        }

        /** Message key of why it was not started, and of the way out; empty where it was. */
        String fault() {
            return fault;
        }
    }

    /** Starts an approved list, or goes on where it stopped; the items are asked while this returns. */
    Started start(Asker asker, Batch batch) {
        var worker = UUID.randomUUID();
        var started = begin(asker, batch, worker);
        if (started == Started.DONE) {
            var left = new AtomicInteger(AT_ONCE);
            for (int i = 0; i < AT_ONCE; i++) {
                var _ = Thread.ofVirtual()
                        .name("batch-" + batch.number())
                        .start(() -> work(asker, batch, worker, left));
            }
        }
        return started;
    }

    /** Takes the list for one worker, after everything that must hold was looked at anew. */
    Started begin(Asker asker, Batch batch, UUID worker) {
        if (!batch.runnable() || !Batches.own(asker, batch)) {
            return Started.STALE;
        }
        if (asker.offices()
                .noneMatch(office -> office.post().code().equals(batch.owner().post()))) {
            return Started.POST;
        }
        var items = tables.items().of(batch.seq());
        var lines = items.stream()
                .map(item -> new Batch.Line(item.line(), item.cells()))
                .toList();
        var digest = BatchDigest.of(batch.terms(), lines);
        var verdict = batch.verdict();
        if (verdict == null || !digest.equals(verdict.digest())) {
            return Started.CHANGED;
        }
        var first = reader.inquiry(
                batch, lines.getFirst().number(), lines.getFirst().cells());
        if (first.isEmpty()) {
            return Started.CHANGED;
        }
        var use = Batches.about(Use.of(RUN, asker.actor()), batch);
        var decisions = inquiries.decide(asker, first.get(), batch.number());
        for (var decided : decisions.entrySet()) {
            var version = decided.getKey();
            use = use.in(
                    version.code().value(), version.hash(), decided.getValue().ruling());
        }
        if (decisions.values().stream().noneMatch(Decision.Permit.class::isInstance)) {
            var _ = usage.seal(use);
            return Started.REFUSED;
        }
        return taken(batch, digest, worker, use) ? recovered(asker, batch) : Started.STALE;
    }

    /** What stands against asking the list by now; decides again and records nothing. */
    List<ConditionResult> unmet(Asker asker, Batch batch) {
        return tables.items().of(batch.seq()).stream()
                .findFirst()
                .flatMap(item -> reader.inquiry(batch, item.line(), item.cells()))
                .map(first -> Batches.unmet(inquiries.decide(asker, first, batch.number())))
                .orElse(List.of());
    }

    private boolean taken(Batch batch, String digest, UUID worker, Use use) {
        Boolean taken = transaction.execute(_ -> {
            boolean mine = tables.batches().start(batch, digest, worker, LEASE, clock.instant());
            if (mine) {
                var _ = usage.record(use);
            }
            return mine;
        });
        return Boolean.TRUE.equals(taken);
    }

    /** Settles the items that an earlier worker had taken: asked as the log says, or not. */
    private Started recovered(Asker asker, Batch batch) {
        var taken = tables.items().asking(batch.seq());
        if (taken.isEmpty()) {
            return Started.DONE;
        }
        var marks = new HashMap<String, Integer>();
        taken.forEach(line -> marks.put(Use.mark(WishReader.request(batch, line)), line));
        var numbers = uses.numbersOf(
                asker.staffNumber(),
                Inquiry.EXISTENCE,
                Inquiry.REQUEST,
                marks.keySet(),
                batch.times().requested().minus(SLACK));
        List<PastUse> past = usage.release(
                        Batches.about(Use.of(RESUME, asker.actor()), batch), uses.numbered(numbers.values()))
                .value();
        for (var use : past) {
            var line = marks.remove(use.seen().facts().get(Inquiry.REQUEST));
            if (line != null) {
                tables.items().answered(batch.seq(), line, Item.of(new PastInquiry(use, null)));
            }
        }
        marks.values().forEach(line -> tables.items().back(batch.seq(), line));
        return Started.DONE;
    }

    /** Stops after the items that are being asked. */
    boolean stop(Asker asker, Batch batch) {
        Boolean stopped = transaction.execute(_ -> {
            boolean done = tables.batches().stop(batch.seq());
            if (done) {
                var _ = usage.record(Batches.about(Use.of(STOP, asker.actor()), batch));
            }
            return done;
        });
        return Boolean.TRUE.equals(stopped);
    }

    private void work(Asker asker, Batch batch, UUID worker, AtomicInteger left) {
        try {
            boolean more = true;
            while (more) {
                more = step(asker, batch, worker);
            }
        } catch (LedgerUnavailable | DataAccessException | TransactionException | IllegalStateException e) {
            LOG.warn("Batch {} stopped before its end and can go on: {}", batch.seq(), e.getMessage());
        } finally {
            if (left.decrementAndGet() == 0) {
                finish(asker, batch, worker);
            }
        }
    }

    /** Asks one item; false where none is left or somebody stopped it. */
    boolean step(Asker asker, Batch batch, UUID worker) {
        if (!tables.batches().renew(batch.seq(), worker, LEASE)) {
            return false;
        }
        var next = tables.items().claim(batch.seq()).orElse(null);
        if (next == null) {
            return false;
        }
        var inquiry = reader.inquiry(batch, next.number(), next.cells())
                .orElseThrow(() -> new IllegalStateException("An item can no longer be asked as it was approved"));
        var answer = inquiries.askItem(asker, inquiry, batch.number());
        tables.items().answered(batch.seq(), next.number(), Item.of(answer));
        return true;
    }

    /** Ends the run and erases the list, or leaves it to be gone on with. */
    void finish(Asker asker, Batch batch, UUID worker) {
        try {
            transaction.executeWithoutResult(_ -> {
                if (tables.batches().end(batch.seq(), worker, clock.instant())) {
                    tables.items().erase(batch.seq());
                    var _ = usage.record(Batches.about(Use.of(END, asker.actor()), batch));
                } else {
                    var _ = tables.batches().left(batch.seq(), worker);
                }
            });
        } catch (LedgerUnavailable | DataAccessException | TransactionException e) {
            LOG.warn(
                    "The end of batch {} could not be stored; it can be gone on with: {}", batch.seq(), e.getMessage());
        }
    }
}
