package akashi.tlog;

import akashi.calendar.Ids;
import akashi.calendar.JapaneseDates;
import akashi.ledger.NoteSigner;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * This node's ledger at work: a thread that sequences, one that signs, and one that keeps lease and partitions. It
 * starts before the first request and ends after the last.
 */
final class LedgerNode implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerNode.class);

    /** Partitions that must always lie ahead: of leaves (8.4 million each), and of months. */
    private static final int LEAVES_AHEAD = 4;

    private static final int MONTHS_AHEAD = 24;
    private static final Duration SWEEP = Duration.ofSeconds(30);
    private static final Duration CONTACT = Duration.ofSeconds(3);

    private final LedgerSettings settings;
    private final Clock clock;
    private final NoteSigner signer;
    private final LedgerStore store;
    private final Sequencer sequencer;
    private final Checkpointer checkpointer;
    private final Adoption adoption;
    private final SelfCheck selfCheck;
    private final OwnEntries own;
    private final UUID holder = UUID.randomUUID();
    private final AtomicBoolean running = new AtomicBoolean();

    /** Guarded by this. */
    private @Nullable Thread sequencing;
    /** Guarded by this. */
    private @Nullable Thread signing;
    /** Guarded by this. */
    private @Nullable Thread keeping;

    private volatile LedgerSql.@Nullable Left left;

    LedgerNode(DataSource source, LedgerSettings settings, Clock clock, MeterRegistry registry, OwnEntries own) {
        this.own = own;
        this.settings = settings;
        this.clock = clock;
        this.signer = LedgerKey.read(settings.keyFile(), settings.ledger());
        this.store = new LedgerStore(source, signer.verifier().text(), clock);
        this.sequencer = new Sequencer(store, clock, settings, new LedgerMetrics(registry), holder);
        this.adoption = new Adoption(source, sequencer, settings, holder, own, this::draft);
        this.selfCheck = new SelfCheck(
                CheckpointSql.on(source), () -> store.keys(settings.ledger()), clock, RandomGenerator.getDefault());
        this.checkpointer = new Checkpointer(sequencer::tip, store, signer, clock, settings.checkpointInterval());
    }

    Sequencer sequencer() {
        return sequencer;
    }

    Checkpointer checkpointer() {
        return checkpointer;
    }

    /** Looks for ledgers whose node is gone; done by the node itself every half minute. */
    Adoption adoption() {
        return adoption;
    }

    /** Looks whether the ledger is still what was signed; done by the node itself every hour. */
    SelfCheck selfCheck() {
        return selfCheck;
    }

    NoteSigner signer() {
        return signer;
    }

    /** Partitions left at the last look; null before it. */
    LedgerSql.@Nullable Left left() {
        return left;
    }

    @Override
    public synchronized void start() {
        if (running.compareAndSet(false, true)) {
            sequencer.open();
            checkpointer.open();
            sequencing = Thread.ofPlatform().name("ledger-sequencer").start(sequencer);
            signing = Thread.ofPlatform().name("ledger-signer").start(checkpointer);
            keeping = Thread.ofPlatform().name("ledger-keeper").daemon().start(this::keep);
            awaitContact();
        }
    }

    /**
     * Waits until the ledger can be written, so that nobody is asked in only to be refused: after a kill the lease of
     * the program before must run out first. Gives up a little after that; then uses are refused until contact is made.
     */
    private void awaitContact() {
        long until = System.nanoTime() + settings.lease().plus(CONTACT).toNanos();
        while (sequencer.tip() == null && System.nanoTime() < until) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @Override
    public synchronized void stop() {
        if (running.compareAndSet(true, false)) {
            if (keeping != null) {
                keeping.interrupt();
            }
            own.due(Instant.MAX, this::offer);
            sequencer.close();
            join(sequencing);
            checkpointer.close();
            join(signing);
        }
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    /** Before the web server, which starts in the last phases. */
    @Override
    public int getPhase() {
        return 0;
    }

    private static void join(@Nullable Thread thread) {
        try {
            if (thread != null && !thread.join(Duration.ofSeconds(15))) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep() {
        long lastLook = System.nanoTime();
        long lastSweep = lastLook;
        long lease = Math.max(200, settings.lease().toMillis() / 4);
        while (running.get()) {
            try {
                Thread.sleep(Math.min(lease, 1000));
                renew();
                own.due(clock.instant(), this::offer);
                long now = System.nanoTime();
                if (now - lastSweep > SWEEP.toNanos()) {
                    sequencer.sweep();
                    adoption.run();
                    lastSweep = now;
                }
                if (left == null
                        || unchecked()
                        || now - lastLook > Duration.ofHours(1).toNanos()) {
                    look();
                    check();
                    lastLook = now;
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.debug("The ledger's upkeep failed and will be tried again", e);
            }
        }
    }

    /** Whether there is something signed to check, and nobody has since the start. */
    private boolean unchecked() {
        return selfCheck.last() == null && checkpointer.signedSize() > 0;
    }

    private void check() {
        Tip tip = sequencer.tip();
        if (tip != null) {
            selfCheck.run(tip.log());
        }
    }

    private void renew() {
        Tip tip = sequencer.tip();
        if (tip != null && !store.renew(tip.log(), holder, settings.lease())) {
            sequencer.distrust();
        }
    }

    private void look() {
        Tip tip = sequencer.tip();
        if (tip == null) {
            return;
        }
        LocalDate month = month();
        store.ahead(tip.size(), LEAVES_AHEAD, month, MONTHS_AHEAD);
        left = store.partitionsLeft(tip.size(), month);
    }

    private boolean offer(Entry entry) {
        return sequencer.offer(draft(entry));
    }

    /** Gives an entry its name and the month in which its private part may be erased. */
    Draft draft(Entry entry) {
        return new Draft(Ids.next(clock), month(), entry);
    }

    private LocalDate month() {
        return Draft.month(day(clock.instant()), settings.privateYears());
    }

    /** The day in Japan. */
    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, JapaneseDates.ZONE);
    }
}
