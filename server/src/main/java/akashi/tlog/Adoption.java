package akashi.tlog;

import akashi.ledger.Hash;
import akashi.ledger.Proofs;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adopts ledgers whose node is gone. Only that node has the key that signs its ledger, so the ledger itself is left as
 * it is: uses that were recorded with a change and have no entry yet get theirs on this node's ledger, and one entry
 * ({@code LOG_ADOPT}) states the other ledger's origin, size and root, so that entries it no longer got to sign are
 * held by this ledger's signature.
 *
 * <p>The lease keeps the other node out meanwhile and is given back at once; {@code usage_integrated} is the fence
 * against an entry twice, should it come back in between. Called by one thread.
 */
final class Adoption {
    private static final Logger LOG = LoggerFactory.getLogger(Adoption.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LEFTOVER_AGE = Duration.ofDays(7);

    private final AdoptionSql sql;
    private final LedgerSql ledgers;
    private final CheckpointSql checkpoints;
    private final Sequencer sequencer;
    private final LedgerSettings settings;
    private final UUID holder;
    private final OwnEntries own;
    private final Function<Entry, Draft> drafts;
    /** What was found of each orphan when nothing was left to do. */
    private final Map<Integer, Found> done = new HashMap<>();

    Adoption(
            DataSource source,
            Sequencer sequencer,
            LedgerSettings settings,
            UUID holder,
            OwnEntries own,
            Function<Entry, Draft> drafts) {
        this.own = own;
        this.sql = AdoptionSql.on(source);
        this.ledgers = LedgerSql.on(source);
        this.checkpoints = CheckpointSql.on(source);
        this.sequencer = sequencer;
        this.settings = settings;
        this.holder = holder;
        this.drafts = drafts;
    }

    private record Found(long size, Instant lastAt, Instant lastRecorded) {}

    /** Looks for orphans and adopts each. */
    void run() throws InterruptedException {
        Tip tip = sequencer.tip();
        if (tip == null || sequencer.fault() != null) {
            return;
        }
        for (var orphan : sql.orphans(tip.log(), settings.adoptAfter())) {
            Found found = found(orphan.log());
            int seconds = (int) Math.max(1, settings.lease().toSeconds());
            if (!found.equals(done.get(orphan.log())) && ledgers.takeLease(orphan.log(), holder, seconds)) {
                try {
                    adopt(orphan, found(orphan.log()));
                } finally {
                    ledgers.leaveLease(orphan.log(), holder);
                }
            }
        }
    }

    private Found found(int log) {
        var end = ledgers.end(log).orElse(new LedgerSql.End(0, Instant.EPOCH));
        return new Found(end.size(), end.lastAt(), sql.lastRecorded(log).orElse(Instant.EPOCH));
    }

    private void adopt(AdoptionSql.Orphan orphan, Found found) throws InterruptedException {
        boolean empty = found.lastAt().equals(Instant.EPOCH);
        List<Draft> left = ledgers.leftovers(
                orphan.log(), empty ? Instant.EPOCH : found.lastAt().minus(LEFTOVER_AGE));
        long signed =
                checkpoints.latest(orphan.log(), 0).map(SignedCheckpoint::size).orElse(0L);
        if (left.isEmpty() && signed == found.size()) {
            done.put(orphan.log(), found);
            return;
        }
        Hash root = Proofs.root(new StoredTiles(checkpoints, orphan.log()), found.size());
        left.forEach(sequencer::adopt);
        Draft statement = drafts.apply(own.about(
                "LOG_ADOPT",
                "ledger",
                Map.of(
                        "origin", orphan.origin(),
                        "size", Long.toString(found.size()),
                        "root", root.toBase64(),
                        "uses", Integer.toString(left.size()))));
        if (sequencer.offer(statement) && settled(left) && settled(List.of(statement))) {
            done.put(orphan.log(), found);
            LOG.warn(
                    "Adopted the ledger {} with {} entries, {} of them not signed; {} recorded uses got their entries",
                    orphan.origin(),
                    found.size(),
                    found.size() - signed,
                    left.size());
        }
    }

    /** Whether each got its entry in time; what did not is found again by the next look. */
    private static boolean settled(List<Draft> left) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (Draft draft : left) {
            try {
                var _ = draft.done().get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException e) {
                return false;
            }
        }
        return true;
    }
}
