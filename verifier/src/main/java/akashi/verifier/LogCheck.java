package akashi.verifier;

import akashi.ledger.Frontier;
import akashi.ledger.Hash;
import akashi.ledger.TileCoordinate;
import akashi.ledger.TreeWriter;
import akashi.ledger.Trust;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Derives a whole log again from its entries: every hash, tile and checkpoint. That every checkpoint's root follows
 * from the same entries shows the checkpoints to be consistent with each other. Memory does not grow with the log:
 * pieces are hashed by one thread a processor and put together in order.
 */
final class LogCheck {
    private static final int TILE_LEVELS = 8;

    private final Export export;
    private final Trust trust;
    private final Claim head;
    private final Claims claims;
    private final long outside;
    private final LongConsumer progress;

    private final TreeWriter bundles = new TreeWriter(this::full);
    private final Roots roots = new Roots();
    private final List<Piece.Difference> differences = new ArrayList<>();
    private final List<Finding> tiles = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final PrivateTally privateParts = new PrivateTally();
    private final Signatures.Tally cosigned = new Signatures.Tally();
    private final Map<String, Long> elsewhere = new HashMap<>();
    private long entries;
    private boolean cut;

    /**
     * Prepares the check.
     *
     * @param head the export's own last checkpoint
     * @param outside checkpoints kept outside of the log
     * @param progress told how many entries are behind
     */
    LogCheck(Export export, Trust trust, Claim head, List<Claim> outside, LongConsumer progress) {
        this.export = export;
        this.trust = trust;
        this.head = head;
        this.outside = outside.size();
        this.progress = progress;
        List<Claim> others = new ArrayList<>(outside);
        others.add(head);
        this.claims = new Claims(export, others);
    }

    LogVerdict run() {
        pieces();
        if (!cut) {
            edges();
        }
        beyond();
        findings.addAll(claims.findings());
        if (trust.asksForWitnesses() && cosigned.quorum() == 0) {
            findings.add(new Finding(Fault.NO_QUORUM, 0, Math.max(1, head.size()), ""));
        }
        return new LogVerdict(
                head.checkpoint().origin(),
                head.size(),
                entries,
                claims.read(),
                outside,
                export.hasPrivateParts(),
                privateParts,
                elsewhere,
                cosigned.witnesses(),
                cosigned.quorum(),
                new Conclusion(roots, differences, tiles, findings).findings());
    }

    private void pieces() {
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Deque<Future<Piece.Result>> running = new ArrayDeque<>();
            long next = 0;
            while (!cut && (next < head.size() || !running.isEmpty())) {
                while (next < head.size() && running.size() < 2 * threads) {
                    long end = Math.min(head.size(), next + (long) Piece.BUNDLES * TileCoordinate.FULL);
                    running.add(pool.submit(new Piece(
                            export,
                            next,
                            end,
                            claims.upTo(end),
                            trust,
                            head.checkpoint().origin())));
                    next = end;
                }
                add(running.removeFirst().get());
                progress.accept(entries);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The check was interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private void add(Piece.Result piece) {
        Iterator<Piece.Ending> endings = piece.endings.iterator();
        Piece.@Nullable Ending next = next(endings);
        for (Hash bundle : piece.bundles) {
            while (next != null && next.bundle() == bundles.size()) {
                settle(next);
                next = next(endings);
            }
            bundles.append(bundle);
        }
        while (next != null) {
            settle(next);
            next = next(endings);
        }
        differences.addAll(piece.differences.subList(
                0, Math.min(piece.differences.size(), Math.max(0, Piece.MOST - differences.size()))));
        findings.addAll(piece.findings);
        privateParts.add(piece.privateParts);
        cosigned.add(piece.cosigned);
        piece.elsewhere.forEach((log, parts) -> elsewhere.merge(log, parts, Long::sum));
        entries += piece.entries;
        cut = piece.cut;
    }

    private static Piece.@Nullable Ending next(Iterator<Piece.Ending> endings) {
        return endings.hasNext() ? endings.next() : null;
    }

    /** Compares a checkpoint's root with that of the entries it covers. */
    private void settle(Piece.Ending ending) {
        List<Hash> hashes = new ArrayList<>(ending.hashes());
        hashes.addAll(bundles.frontier().hashes());
        Claim claim = ending.claim();
        Hash root = Frontier.of(claim.size(), hashes).root();
        roots.add(claim, root.equals(claim.checkpoint().root()));
    }

    /** A full tile of bundles' roots, and so on upwards: one level above that of the entries. */
    private void full(TileCoordinate tile, byte[] derived) {
        compare(tile.level() + 1, tile.index(), TileCoordinate.FULL, derived);
    }

    /** The unfinished tiles above the lowest level. */
    private void edges() {
        for (int level = 1; level < TILE_LEVELS; level++) {
            long hashes = head.size() >>> (TILE_LEVELS * level);
            int width = (int) (hashes % TileCoordinate.FULL);
            if (width > 0) {
                long index = hashes / TileCoordinate.FULL;
                compare(level, index, width, bundles.tile(level - 1, index, width));
            }
        }
    }

    private void compare(int level, long index, int width, byte[] derived) {
        String path = new TileCoordinate(level, index, width).path();
        int shift = TILE_LEVELS * level;
        long first = index * TileCoordinate.FULL;
        byte[] stored = export.tile(level, index, width);
        if (stored == null || stored.length < width * Hash.LENGTH) {
            findings.add(new Finding(Fault.TILE_MISSING, first << shift, (first + width) << shift, path));
            return;
        }
        for (int place = 0; place < width; place++) {
            if (!Hash.at(stored, place * Hash.LENGTH).equals(Hash.at(derived, place * Hash.LENGTH))) {
                tiles.add(
                        new Finding(Fault.TILE_CHANGED, (first + place) << shift, (first + place + 1) << shift, path));
                return;
            }
        }
    }

    /** Checkpoints over more entries than the export has. */
    private void beyond() {
        Signatures signatures = new Signatures(trust, head.checkpoint().origin());
        for (Claim claim : claims.beyond()) {
            if (claim.size() > head.size()) {
                findings.add(signatures
                        .check(claim)
                        .orElseGet(() -> new Finding(Fault.ROLLED_BACK, head.size(), claim.size(), claim.where())));
            }
        }
        cosigned.add(signatures.tally());
    }
}
