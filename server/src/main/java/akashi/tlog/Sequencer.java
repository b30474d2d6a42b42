package akashi.tlog;

import akashi.calendar.JapaneseDates;
import akashi.ledger.Merkle;
import akashi.ledger.TreeWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives every use of this node its place on the ledger. One thread takes whatever waits, numbers it, and stores leaves,
 * private parts and finished tiles in one transaction; after the commit the callers go on.
 *
 * <p>Why nothing answered can be lost, and no index used twice, whatever stops in between:
 *
 * <ul>
 *   <li>The database is the only truth. Size, last time and tree are read from it at the start and again after every
 *       error; nothing else survives a step. So there is no state in memory that could disagree with it for longer than
 *       one failed transaction.
 *   <li>A caller goes on only after the commit returned. If it did not return, the batch may be stored or not. Either
 *       way its callers fail and have seen nothing; an entry for something nobody saw does no harm. The next batch
 *       starts from what {@link #load()} finds.
 *   <li>The commit of a lost connection may still be under way while the state is read again. Then the next batch
 *       claims the same first index, waits for that transaction at the primary key (log, idx), fails if it was
 *       committed, and the state is read once more. A batch always starts at the first free index and is stored whole
 *       or not at all, so there can be neither gap nor overlap. The same key stops a second program that believes to
 *       own the ledger; the lease only keeps it from trying.
 *   <li>Tiles are stored with the leaf that completes them, in the same transaction. The tree in memory runs ahead of
 *       the commit, but nobody sees it: {@link #tip()}, from which checkpoints are signed, changes after the commit. On
 *       failure the tree is thrown away.
 *   <li>A use recorded with a change is a row of {@code usage_pending} from that change's commit on. If its leaf is not
 *       stored for whatever reason, {@link #load()} finds it. {@code usage_integrated}, written with the leaf, is the
 *       fence against storing it twice.
 * </ul>
 *
 * <p>Time never goes back within a ledger: a batch whose clock reads less than the entry before takes that entry's time
 * and says in {@code clock} what it read.
 */
final class Sequencer implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);

    /** Entries of a batch; more wait for the next. */
    static final int MOST = 1024;

    /** A batch that follows one of at least so many waits a little for more, until it has {@link #FULL}. */
    private static final int BUSY = 3;

    /** Enough entries to share the price of a commit. */
    private static final int FULL = 24;

    /** The longest an entry waits for others. */
    private static final long GATHERED_NANOS = 2_500_000;

    private static final long LOOK_NANOS = 500_000;

    /** Callers that may wait at once; more are refused at once. */
    static final int CAPACITY = 20_000;

    /** A recorded use that has no leaf is younger than the last leaf or older by less than this. */
    private static final Duration LEFTOVER_AGE = Duration.ofDays(7);

    /** A recorded use that another program left behind after it lost this ledger is found within this time. */
    private static final Duration SWEPT = Duration.ofMinutes(10);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final LedgerStore store;
    private final Clock clock;
    private final LedgerSettings settings;
    private final LedgerMetrics metrics;
    private final UUID holder;

    private final BlockingQueue<Draft> queue = new LinkedBlockingQueue<>();
    /** Recorded uses from before their commit until they have a leaf, so that {@link #load()} takes none twice. */
    private final Map<UUID, Draft> recorded = new ConcurrentHashMap<>();

    /** Written by the sequencer's thread only. */
    private volatile @Nullable Tip tip;

    private volatile @Nullable Throwable fault = null;
    private volatile boolean reload;
    private volatile boolean sweep;
    private volatile boolean closing;

    /** The sequencer's thread only: null when the state must be read. */
    private @Nullable TreeWriter tree;

    private final List<LedgerSql.Tile> finished = new ArrayList<>();
    private final Map<UUID, Draft> unsettled = new HashMap<>();
    private @Nullable LocalDate month;
    private Duration pause = Duration.ZERO;
    /** Entries of the next batch: one after a failure, so that an entry that cannot be stored stops no other. */
    private int most = MOST;
    /** Entries of the last batch. */
    private int last;

    Sequencer(LedgerStore store, Clock clock, LedgerSettings settings, LedgerMetrics metrics, UUID holder) {
        this.store = store;
        this.clock = clock;
        this.settings = settings;
        this.metrics = metrics;
        this.holder = holder;
        metrics.watch(queue);
    }

    /** The ledger as far as it is durable; null before the first contact with the database. */
    @Nullable Tip tip() {
        return tip;
    }

    /** Why the last attempt to write failed; null if it did not. */
    @Nullable Throwable fault() {
        return fault;
    }

    /** Puts a draft in line. False if too many wait already. */
    boolean offer(Draft draft) {
        if (closing || queue.size() >= CAPACITY) {
            return false;
        }
        queue.add(draft);
        return true;
    }

    /** Takes a draft out of the line whose caller no longer waits; one that was recorded stays. */
    void withdraw(Draft draft) {
        if (!draft.recorded() && draft.giveUp()) {
            var _ = queue.remove(draft);
        }
    }

    /** Announces a recorded use before its change is committed. */
    void expect(Draft draft) {
        recorded.put(draft.id(), draft);
    }

    /** The change of a recorded use is committed: its leaf follows, whatever the load. */
    void committed(Draft draft) {
        queue.add(draft);
    }

    /** The change of a recorded use was rolled back. */
    void rolledBack(Draft draft) {
        recorded.remove(draft.id());
    }

    /** Nobody knows what became of the change of a recorded use; the database does. */
    void unknown(Draft draft) {
        recorded.remove(draft.id());
        reload = true;
    }

    /** A recorded use on its way. */
    @Nullable Draft recorded(UUID id) {
        return recorded.get(id);
    }

    /** The state must be read again before anything else is written, because the lease may be lost. */
    void distrust() {
        reload = true;
    }

    /** Recent changes must be looked through for uses without a leaf. */
    void sweep() {
        sweep = true;
    }

    /** Gives a use its entry that another node recorded and is not there to integrate; any thread may call this. */
    void adopt(Draft draft) {
        if (recorded.putIfAbsent(draft.id(), draft) == null) {
            queue.add(draft);
        }
    }

    /** Takes entries again after {@link #close()}. */
    void open() {
        closing = false;
        reload = true;
    }

    /** Lets the thread finish what waits, then end. */
    void close() {
        closing = true;
    }

    @Override
    public void run() {
        while (!closing || !queue.isEmpty()) {
            List<Draft> batch = List.of();
            try {
                if (tree == null || reload) {
                    load();
                }
                if (sweep) {
                    sweepRecent();
                }
                batch = take();
                if (!batch.isEmpty()) {
                    place(batch);
                }
            } catch (InterruptedException e) {
                failed(batch, e);
                closing = true;
                break;
            } catch (RuntimeException | Error e) {
                failed(batch, e);
                if (closing) {
                    break;
                }
                rest();
            }
        }
        release();
    }

    private List<Draft> take() throws InterruptedException {
        var batch = new ArrayList<Draft>();
        Draft first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first == null) {
            last = 0;
            return batch;
        }
        if (last >= BUSY) {
            gather();
        }
        var waiting = new ArrayList<Draft>();
        waiting.add(first);
        var _ = queue.drainTo(waiting, most - 1);
        for (Draft draft : waiting) {
            if (draft.take()) {
                batch.add(draft);
            }
        }
        last = batch.size();
        return batch;
    }

    /**
     * Waits for more entries while many come: a commit and its statement cost several hundred microseconds whatever
     * they carry, and where all are busy that time is taken from those who ask. With few entries a second nobody waits.
     */
    private void gather() {
        long end = System.nanoTime() + GATHERED_NANOS;
        while (queue.size() + 1 < Math.min(FULL, most) && System.nanoTime() < end && !closing) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private void place(List<Draft> drafts) {
        Tip from = tip;
        TreeWriter writer = tree;
        if (from == null || writer == null) {
            throw new IllegalStateException("The state must be read before a batch is placed");
        }
        Instant now = LeafTime.truncated(clock.instant());
        boolean back = now.isBefore(from.at());
        Instant at = back ? from.at() : now;
        String time = LeafTime.text(at);
        String clockSays = back ? LeafTime.text(now) : null;
        var leaves = new ArrayList<byte[]>(drafts.size());
        finished.clear();
        for (Draft draft : drafts) {
            byte[] leaf = draft.entry().leaf(time, clockSays);
            leaves.add(leaf);
            writer.append(Merkle.leafHash(leaf));
        }
        long started = System.nanoTime();
        LocalDate newMonth = at.atZone(JapaneseDates.ZONE).toLocalDate().withDayOfMonth(1);
        store.append(
                new LedgerSql.Batch(from.log(), from.size(), at, drafts, leaves, List.copyOf(finished)),
                newMonth.equals(month) ? null : newMonth);
        metrics.committed(drafts.size(), System.nanoTime() - started);
        month = newMonth;
        tip = new Tip(from.log(), from.origin(), writer.size(), writer.root(), at);
        fault = null;
        pause = Duration.ZERO;
        most = Math.min(MOST, 2 * most);
        for (int n = 0; n < drafts.size(); n++) {
            settle(drafts.get(n), new Place(from.log(), from.origin(), from.size() + n, at));
        }
    }

    private void settle(Draft draft, Place proved) {
        boolean first = draft.done().complete(proved);
        if (first && draft.recorded()) {
            recorded.remove(draft.id());
        }
    }

    /** Nothing is known about the batch: the state must be read, and nobody may be answered. */
    private void failed(List<Draft> batch, Throwable cause) {
        tree = null;
        most = 1;
        if (fault == null) {
            LOG.error("The ledger {} cannot be written; nothing is disclosed until it can", settings.ledger(), cause);
        }
        fault = cause;
        metrics.failed();
        for (Draft draft : batch) {
            if (draft.recorded()) {
                unsettled.put(draft.id(), draft);
            } else {
                var _ = draft.done()
                        .completeExceptionally(new NotWritten("The entry is not known to be stored", cause));
            }
        }
    }

    /** Reads everything from the database: whose ledger, how far, and what was left behind. */
    private void load() {
        reload = false;
        tree = null;
        var log = store.open(settings.ledger(), holder, settings.lease());
        var end = log.end();
        finished.clear();
        TreeWriter writer = TreeWriter.resume(
                log.tiles(),
                end.size(),
                (tile, hashes) -> finished.add(new LedgerSql.Tile(tile.level(), tile.index(), hashes)));
        log.requireConsistent(writer.frontier());
        tip = new Tip(log.number(), settings.ledger(), end.size(), writer.root(), end.lastAt());
        month = null;
        boolean empty = end.lastAt().equals(Instant.EPOCH);
        leftovers(log.number(), empty ? Instant.EPOCH : end.lastAt().minus(LEFTOVER_AGE));
        tree = writer;
        if (fault != null) {
            LOG.info("The ledger {} can be written again, from entry {}", settings.ledger(), end.size());
            fault = null;
        }
    }

    private void sweepRecent() {
        sweep = false;
        Tip now = tip;
        if (now != null) {
            leftovers(now.log(), clock.instant().minus(SWEPT));
        }
    }

    private void leftovers(int log, Instant since) {
        for (Draft found : store.leftovers(log, since)) {
            Draft known = unsettled.remove(found.id());
            if (known != null) {
                queue.add(known);
            } else if (recorded.putIfAbsent(found.id(), found) == null) {
                queue.add(found);
            }
        }
        for (Draft stored : List.copyOf(unsettled.values())) {
            // one that was adopted and is not stored is found again by the next adoption
            store.integrated(stored.id())
                    .ifPresentOrElse(proved -> settle(stored, proved), () -> recorded.remove(stored.id()));
            unsettled.remove(stored.id());
        }
    }

    private void rest() {
        pause = pause.isZero() ? Duration.ofMillis(20) : pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void release() {
        Tip last = tip;
        try {
            if (last != null) {
                store.leave(last.log(), holder);
            }
        } catch (RuntimeException e) {
            LOG.warn("The lease of {} could not be given back; it expires by itself", settings.ledger(), e);
        }
        for (Draft draft : queue) {
            var _ = draft.done().completeExceptionally(new NotWritten("The ledger is being closed"));
        }
    }
}
