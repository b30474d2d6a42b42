package akashi.witness;

import akashi.ledger.NoteVerifier;
import akashi.ledger.Trust;
import akashi.tlog.Checkpoints;
import akashi.tlog.Watch;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Has this node's checkpoints cosigned, off everybody's path: one thread asks all witnesses that are due for the same
 * checkpoint, side by side, so that a quorum comes together over one tree. A ledger at rest is confirmed anew before
 * its last cosignatures grow too old.
 */
final class Cosigning implements Watch, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Cosigning.class);

    /** Cosignatures read at the start to find the last quorum. */
    private static final int READ = 200;

    private final Trust trust;
    private final List<WitnessLink> links;
    private final Checkpoints checkpoints;
    private final WitnessSettings settings;
    private final Clock clock;
    private final Instant started;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** Guarded by lock. */
    private boolean hurried;
    /** Guarded by lock. */
    private boolean running;
    /** Guarded by lock: the size a quorum has cosigned. */
    private long quorumSize;

    private volatile @Nullable Instant quorumAt;
    private boolean resumed;
    private @Nullable Thread thread;

    Cosigning(Trust trust, HttpClient http, Checkpoints checkpoints, WitnessSettings settings, Clock clock) {
        this.trust = trust;
        this.checkpoints = checkpoints;
        this.settings = settings;
        this.clock = clock;
        this.started = clock.instant();
        this.links = trust.witnesses().stream()
                .map(witness -> new WitnessLink(
                        witness.name(),
                        witness.key(),
                        TrustFiles.address(trust, witness.key()),
                        http,
                        checkpoints,
                        settings,
                        clock))
                .toList();
    }

    @Override
    public Trust trust() {
        return trust;
    }

    @Override
    public Standing standing() {
        if (!trust.asksForWitnesses()) {
            return Standing.UNWATCHED;
        }
        Instant since = quorumAt;
        Duration age = Duration.between(since == null ? started : since, clock.instant());
        if (settings.stopAfter() != null && age.compareTo(settings.stopAfter()) > 0) {
            return new Standing(State.STOPPED, since);
        }
        return new Standing(age.compareTo(settings.maxAge()) > 0 ? State.LATE : State.FRESH, since);
    }

    @Override
    public List<Seen> seen() {
        return links.stream().map(WitnessLink::seen).toList();
    }

    @Override
    public boolean await(long size, Duration patience) {
        long left = patience.toNanos();
        lock.lock();
        try {
            hurried = true;
            changed.signalAll();
            while (running && quorumSize < size && left > 0) {
                left = changed.awaitNanos(left);
            }
            return quorumSize >= size;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        lock.lock();
        try {
            if (!running) {
                running = true;
                thread = Thread.ofPlatform().name("ledger-witnesses").daemon().start(this::run);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void stop() {
        Thread ending;
        lock.lock();
        try {
            running = false;
            changed.signalAll();
            ending = thread;
        } finally {
            lock.unlock();
        }
        if (ending != null) {
            ending.interrupt();
            try {
                var _ = ending.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }

    /** After the ledger. */
    @Override
    public int getPhase() {
        return 100;
    }

    private void run() {
        while (pause()) {
            try {
                round();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.debug("The witnesses could not be asked; they will be", e);
            }
        }
    }

    /** Waits for the next round; false when there is none. */
    private boolean pause() {
        long left =
                Math.min(settings.interval().toNanos(), Duration.ofSeconds(1).toNanos());
        lock.lock();
        try {
            while (running && !hurried && left > 0) {
                left = changed.awaitNanos(left);
            }
            hurried = false;
            return running;
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void round() throws InterruptedException {
        Checkpoints.Latest latest = checkpoints.latest().orElse(null);
        if (latest == null) {
            return;
        }
        if (!resumed) {
            resume(latest.log());
            resumed = true;
        }
        Duration refresh = settings.maxAge().dividedBy(3);
        var asked = new ArrayList<Thread>();
        for (WitnessLink link : links) {
            if (link.due(latest, refresh)) {
                asked.add(Thread.ofVirtual().name("witness").start(() -> ask(link, latest)));
            }
        }
        for (Thread one : asked) {
            one.join();
        }
        if (!asked.isEmpty()) {
            count(latest.size());
        }
    }

    private static void ask(WitnessLink link, Checkpoints.Latest latest) {
        try {
            link.ask(latest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("A witness could not be asked; it will be", e);
        }
    }

    /** What a quorum had cosigned before this program started. */
    private void resume(int log) {
        links.forEach(link -> link.resume(log));
        var kept =
                checkpoints.latestBy(log, links.stream().map(WitnessLink::key).toList(), READ);
        var sizes = kept.stream().map(Checkpoints.Cosigned::size).distinct().toList();
        for (long size : sizes) {
            var over = kept.stream().filter(one -> one.size() == size).toList();
            if (reached(size, over)) {
                return;
            }
        }
    }

    private void count(long size) {
        var over = new ArrayList<Checkpoints.Cosigned>();
        for (WitnessLink link : links) {
            Instant at = link.at();
            if (link.size() == size && at != null) {
                over.add(new Checkpoints.Cosigned(size, link.key(), at));
            }
        }
        var _ = reached(size, over);
    }

    /** Notes a quorum over one tree, with the time at which it was complete, counted from the latest cosignatures. */
    private boolean reached(long size, List<Checkpoints.Cosigned> over) {
        Set<NoteVerifier> counted = new HashSet<>();
        var latestFirst = over.stream()
                .sorted(Comparator.comparing(Checkpoints.Cosigned::at).reversed())
                .toList();
        for (Checkpoints.Cosigned one : latestFirst) {
            counted.add(one.by());
            if (trust.quorum(counted)) {
                lock.lock();
                try {
                    quorumSize = Math.max(quorumSize, size);
                    quorumAt = one.at();
                    changed.signalAll();
                } finally {
                    lock.unlock();
                }
                return true;
            }
        }
        return false;
    }
}
