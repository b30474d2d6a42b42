package akashi.verifier;

import akashi.ledger.Commitment;
import akashi.ledger.ErasureEntry;
import akashi.ledger.Frontier;
import akashi.ledger.Hash;
import akashi.ledger.MalformedException;
import akashi.ledger.Merkle;
import akashi.ledger.PrivateBundle;
import akashi.ledger.TileCoordinate;
import akashi.ledger.Trust;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A run of bundles, checked by itself: every entry hashed, compared with its place in the tile, its private part with
 * its commitment, the signatures of the checkpoints that end here. What needs the tree to the left is left to
 * {@link LogCheck}.
 */
final class Piece implements Callable<Piece.Result> {
    /** Bundles in a piece: enough for a thread to be busy some milliseconds, few enough to keep the bar moving. */
    static final int BUNDLES = 64;

    /** Further differences are only counted; they follow from the first. */
    static final int MOST = 512;

    private final Export export;
    private final long first;
    private final long end;
    private final List<Claim> claims;
    private final Signatures signatures;
    private final String origin;
    private final Result result = new Result();

    /**
     * The entries [first, end).
     *
     * @param claims checkpoints with first &lt; size ≤ end, by rising size
     */
    Piece(Export export, long first, long end, List<Claim> claims, Trust trust, String origin) {
        this.export = export;
        this.first = first;
        this.end = end;
        this.claims = claims;
        this.signatures = new Signatures(trust, origin);
        this.origin = origin;
    }

    /** An entry that is not the one its tile was made of. */
    record Difference(long index, Hash derived, Hash stored, boolean empty) {}

    /** A checkpoint and the hashes, smallest first, of what its tree holds of the last, unfinished bundle. */
    record Ending(Claim claim, long bundle, List<Hash> hashes) {
        Ending {
            hashes = List.copyOf(hashes);
        }
    }

    /** What came out; of one thread until it is handed over. */
    static final class Result {
        final List<Hash> bundles = new ArrayList<>();
        final List<Hash> rest = new ArrayList<>();
        final List<Ending> endings = new ArrayList<>();
        final List<Difference> differences = new ArrayList<>();
        final List<Finding> findings = new ArrayList<>();
        final PrivateTally privateParts = new PrivateTally();
        final Signatures.Tally cosigned = new Signatures.Tally();
        /** Private parts of other logs that entries here say were erased, by origin. */
        final Map<String, Long> elsewhere = new HashMap<>();

        long entries;
        boolean cut;
    }

    @Override
    public Result call() {
        for (Claim claim : claims) {
            signatures.check(claim).ifPresent(result.findings::add);
        }
        result.cosigned.add(signatures.tally());
        Iterator<Claim> ahead = claims.iterator();
        Claim next = next(ahead);
        for (long at = first; at < end && !result.cut; at += TileCoordinate.FULL) {
            next = bundle(at, (int) Math.min(TileCoordinate.FULL, end - at), next, ahead);
        }
        return result;
    }

    private static @Nullable Claim next(Iterator<Claim> claims) {
        return claims.hasNext() ? claims.next() : null;
    }

    private @Nullable Claim bundle(long at, int width, @Nullable Claim first, Iterator<Claim> ahead) {
        long number = at / TileCoordinate.FULL;
        List<byte[]> entries;
        try {
            entries = export.entries(number, width);
        } catch (MalformedException e) {
            result.findings.add(new Finding(Fault.BUNDLE_MALFORMED, at, at + width, String.valueOf(e.getMessage())));
            result.cut = true;
            return first;
        }
        byte[] tile = export.tile(0, number, width);
        if (tile == null || tile.length < width * Hash.LENGTH) {
            if (entries.size() == width) {
                result.findings.add(
                        new Finding(Fault.TILE_MISSING, at, at + width, new TileCoordinate(0, number, width).path()));
            }
            tile = null;
        }
        Claim next = first;
        Frontier tree = new Frontier();
        for (int place = 0; place < entries.size(); place++) {
            Hash leaf = Merkle.leafHash(entries.get(place));
            compare(at + place, leaf, tile, place, entries.get(place).length == 0);
            tree.append(leaf);
            ErasureEntry.in(entries.get(place)).ifPresent(this::erasure);
            while (next != null && next.size() == at + place + 1) {
                boolean whole = place == TileCoordinate.FULL - 1;
                result.endings.add(new Ending(next, whole ? number + 1 : number, whole ? List.of() : tree.hashes()));
                next = next(ahead);
            }
        }
        if (export.hasPrivateParts()) {
            privateParts(number, at, entries);
        }
        result.entries += entries.size();
        if (entries.size() == TileCoordinate.FULL) {
            result.bundles.add(tree.root());
        } else {
            result.rest.addAll(tree.hashes());
        }
        if (entries.size() < width) {
            result.findings.add(Finding.at(Fault.ENTRIES_CUT, at + entries.size(), ""));
            result.cut = true;
        }
        return next;
    }

    /** An entry here that says what was erased, here or on another node's log. */
    private void erasure(ErasureEntry erasure) {
        if (erasure.log().equals(origin)) {
            result.privateParts.named(erasure.parts());
        } else {
            result.elsewhere.merge(erasure.log(), erasure.parts(), Long::sum);
        }
    }

    private void compare(long index, Hash leaf, byte @Nullable [] tile, int place, boolean empty) {
        if (tile != null && result.differences.size() < MOST) {
            Hash stored = Hash.at(tile, place * Hash.LENGTH);
            if (!stored.equals(leaf)) {
                result.differences.add(new Difference(index, leaf, stored, empty));
            }
        }
    }

    private void privateParts(long bundle, long at, List<byte[]> entries) {
        List<PrivateBundle.Part> parts;
        try {
            parts = export.privateParts(bundle);
        } catch (MalformedException e) {
            result.findings.add(new Finding(
                    Fault.PRIVATE_PARTS_MALFORMED,
                    at,
                    at + Math.max(1, entries.size()),
                    String.valueOf(e.getMessage())));
            return;
        }
        int next = 0;
        for (int place = 0; place < entries.size(); place++) {
            boolean here = next < parts.size() && parts.get(next).place() == place;
            privatePart(at + place, entries.get(place), here ? parts.get(next) : null);
            next += here ? 1 : 0;
        }
        if (next < parts.size()) {
            result.findings.add(Finding.at(
                    Fault.PRIVATE_PART_UNEXPECTED, at + parts.get(next).place(), ""));
        }
    }

    private void privatePart(long index, byte[] entry, PrivateBundle.@Nullable Part part) {
        Optional<Hash> commitment;
        try {
            commitment = Commitment.in(entry);
        } catch (MalformedException e) {
            result.findings.add(Finding.at(Fault.ENTRY_MALFORMED, index, String.valueOf(e.getMessage())));
            return;
        }
        if (commitment.isEmpty()) {
            if (part != null) {
                result.findings.add(Finding.at(Fault.PRIVATE_PART_UNEXPECTED, index, ""));
            }
            return;
        }
        switch (part) {
            case null -> result.findings.add(Finding.at(Fault.PRIVATE_PART_UNACCOUNTED, index, ""));
            case PrivateBundle.Erased _ -> result.privateParts.gone(index);
            case PrivateBundle.Here here -> {
                if (here.commitment().equals(commitment.get())) {
                    result.privateParts.match();
                } else {
                    result.findings.add(Finding.at(Fault.PRIVATE_PART_ALTERED, index, ""));
                }
            }
        }
    }
}
