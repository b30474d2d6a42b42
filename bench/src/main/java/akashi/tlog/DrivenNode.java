package akashi.tlog;

import akashi.calendar.Ids;
import akashi.ledger.Checkpoint;
import akashi.ledger.Merkle;
import akashi.ledger.NoteSigner;
import akashi.ledger.SignedNote;
import akashi.ledger.TreeWriter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/**
 * A node's ledger at work without the application around it, and a log filled by the same statements in larger groups.
 */
@NullMarked
public final class DrivenNode {
    private static final int GROUP = 2_000;

    private final DataSource source;
    private final LedgerSettings settings;
    private final LedgerNode node;

    /** The node of this key; it does nothing before {@link #start()}. */
    public DrivenNode(DataSource source, String origin, String name, Path key, OwnEntries own) {
        this.source = source;
        this.settings = new LedgerSettings(
                origin,
                name,
                key,
                5,
                Duration.ofMillis(200),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofMinutes(1));
        this.node = new LedgerNode(source, settings, Clock.systemUTC(), new SimpleMeterRegistry(), own);
    }

    /** Its ledger. */
    public Ledger ledger() {
        return new Ledger(node, LedgerSql.on(source), settings);
    }

    /** What nobody watches. */
    public Watched watched() {
        return new Watched(
                CosignatureSql.on(source),
                CheckpointSql.on(source),
                new StaticListableBeanFactory().getBeanProvider(Watch.class));
    }

    /** Starts its threads, and waits for the first contact. */
    public void start() {
        node.start();
    }

    /** Ends them, after what waits is written. */
    public void stop() {
        node.stop();
    }

    /** How far the log was filled, and how fast. */
    public record Filled(long size, double perSecond) {}

    /** Appends until the log has so many entries, in groups, each signed; tells each further million. */
    public Filled fill(long size, Supplier<Entry> entries, LongConsumer progress) {
        var signer = LedgerKey.read(settings.keyFile(), settings.ledger());
        var store = new LedgerStore(source, signer.verifier().text(), Clock.systemUTC());
        var holder = UUID.randomUUID();
        var opened = store.open(settings.ledger(), holder, Duration.ofMinutes(60));
        var full = new ArrayList<LedgerSql.Tile>();
        var tree = TreeWriter.resume(
                opened.tiles(),
                opened.end().size(),
                (tile, hashes) -> full.add(new LedgerSql.Tile(tile.level(), tile.index(), hashes)));
        long started = System.nanoTime();
        long from = tree.size();
        var at = opened.end().lastAt().isBefore(Instant.EPOCH.plusSeconds(1))
                ? Instant.now()
                : opened.end().lastAt();
        try {
            while (tree.size() < size) {
                long before = tree.size();
                group(store, opened.number(), tree, full, signer, at, entries, (int) Math.min(GROUP, size - before));
                if (before / 1_000_000 != tree.size() / 1_000_000) {
                    progress.accept(tree.size());
                }
            }
        } finally {
            store.leave(opened.number(), holder);
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        return new Filled(tree.size(), (tree.size() - from) / Math.max(seconds, 1e-9));
    }

    private void group(
            LedgerStore store,
            int log,
            TreeWriter tree,
            List<LedgerSql.Tile> full,
            NoteSigner signer,
            Instant at,
            Supplier<Entry> entries,
            int count) {
        String time = LeafTime.text(at);
        long first = tree.size();
        var month = Draft.month(LocalDate.ofInstant(at, ZoneOffset.UTC), settings.privateYears());
        List<Draft> drafts = new ArrayList<>();
        List<byte[]> leaves = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            var draft = new Draft(Ids.next(Clock.systemUTC()), month, entries.get());
            byte[] leaf = draft.entry().leaf(time, null);
            drafts.add(draft);
            leaves.add(leaf);
            tree.append(Merkle.leafHash(leaf));
        }
        store.append(new LedgerSql.Batch(log, first, at, drafts, leaves, List.copyOf(full)), null);
        full.clear();
        var checkpoint = new Checkpoint(settings.ledger(), tree.size(), tree.root());
        store.checkpoint(
                log,
                new SignedCheckpoint(
                        tree.size(), at, SignedNote.of(checkpoint, signer).format()));
    }
}
