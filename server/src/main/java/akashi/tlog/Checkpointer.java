package akashi.tlog;

import akashi.ledger.Checkpoint;
import akashi.ledger.NoteSigner;
import akashi.ledger.SignedNote;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs the ledger as far as it is durable, at most once in an interval, off everybody's path. A checkpoint counts once
 * it is stored; one that was signed and not stored is never shown.
 */
final class Checkpointer implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpointer.class);

    private final Supplier<@Nullable Tip> tips;
    private final LedgerStore store;
    private final NoteSigner signer;
    private final Clock clock;
    private final Duration interval;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** Guarded by lock. */
    private long signedSize;
    /** Guarded by lock. */
    private boolean closing;

    private volatile @Nullable Instant signedAt;

    Checkpointer(Supplier<@Nullable Tip> tips, LedgerStore store, NoteSigner signer, Clock clock, Duration interval) {
        this.tips = tips;
        this.store = store;
        this.signer = signer;
        this.clock = clock;
        this.interval = interval;
    }

    /** Time of the last checkpoint of this run; null before the first. */
    @Nullable Instant signedAt() {
        return signedAt;
    }

    /** Waits until a checkpoint over that many entries is stored, or the time is up. */
    boolean await(long size, Duration patience) {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (signedSize < size && left > 0) {
                left = changed.awaitNanos(left);
            }
            return signedSize >= size;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    void open() {
        lock.lock();
        try {
            closing = false;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run() {
        boolean goOn = true;
        while (goOn) {
            goOn = pause();
            try {
                sign();
            } catch (RuntimeException e) {
                LOG.warn("The ledger {} could not be signed; it will be tried again", signer, e);
            }
        }
    }

    private boolean pause() {
        long left = interval.toNanos();
        lock.lock();
        try {
            while (!closing && left > 0) {
                left = changed.awaitNanos(left);
            }
            return !closing;
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void sign() {
        Tip tip = tips.get();
        if (tip == null || tip.size() == 0 || tip.size() == signedSize()) {
            return;
        }
        var checkpoint = new Checkpoint(tip.origin(), tip.size(), tip.root());
        var note = SignedNote.of(checkpoint, signer).format();
        Instant now = clock.instant();
        store.checkpoint(tip.log(), new SignedCheckpoint(tip.size(), now, note));
        signedAt = now;
        lock.lock();
        try {
            signedSize = tip.size();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Entries under the last checkpoint of this run. */
    long signedSize() {
        lock.lock();
        try {
            return signedSize;
        } finally {
            lock.unlock();
        }
    }
}
