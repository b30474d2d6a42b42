package akashi.verifier;

import java.util.ArrayList;
import java.util.List;

/** Puts together what was found: what explains what, and whether an entry or its tile was changed. */
final class Conclusion {
    private final Roots roots;
    private final List<Piece.Difference> differences;
    private final List<Finding> tiles;
    private final List<Finding> others;

    /**
     * From the parts of a check.
     *
     * @param differences entries that differ from their tiles
     * @param tiles hashes of higher tiles that differ from what lies below them
     * @param others findings that stand for themselves
     */
    Conclusion(Roots roots, List<Piece.Difference> differences, List<Finding> tiles, List<Finding> others) {
        this.roots = roots;
        this.differences = differences;
        this.tiles = tiles;
        this.others = others;
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(others);
        // Entries under a root that was signed are as they were; so it is the tile that was changed.
        differences.stream()
                .filter(difference -> difference.index() < roots.matched())
                .limit(1)
                .forEach(difference -> all.add(Finding.at(Fault.TILE_CHANGED, difference.index(), "")));
        List<Finding> entries = new Diagnosis(differences.stream()
                        .filter(difference -> difference.index() >= roots.matched())
                        .toList())
                .findings();
        all.addAll(entries);
        long firstWrong = entries.stream().mapToLong(Finding::from).min().orElse(Long.MAX_VALUE);
        tiles.stream()
                .filter(tile -> tile.to() <= firstWrong && differences.stream().noneMatch(below -> within(below, tile)))
                .forEach(tile -> all.add(above(tile)));
        all.addAll(wrongRoots(firstWrong));
        return all;
    }

    /** Unfinished higher tiles are exported from the tiles below them, so that they differ with these. */
    private static boolean within(Piece.Difference below, Finding tile) {
        return below.index() >= tile.from() && below.index() < tile.to();
    }

    /** A higher tile that differs although no entry below it does. */
    private Finding above(Finding tile) {
        return tile.from() < roots.matched()
                ? tile
                : new Finding(Fault.REWRITTEN, tile.from(), tile.to(), tile.about());
    }

    /**
     * Roots that no entry found to be wrong explains: the first of the export's own, and all that were kept outside.
     */
    private List<Finding> wrongRoots(long firstWrong) {
        List<Finding> found = new ArrayList<>();
        boolean own = false;
        for (Roots.Wrong wrong : roots.wrong()) {
            Claim claim = wrong.claim();
            if (claim.size() > firstWrong || (own && !claim.outside())) {
                continue;
            }
            own |= !claim.outside();
            Fault fault = roots.forked(wrong) ? Fault.FORKED : Fault.REWRITTEN;
            found.add(new Finding(fault, wrong.since(), claim.size(), claim.where()));
        }
        return found;
    }
}
