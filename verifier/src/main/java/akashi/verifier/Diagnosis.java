package akashi.verifier;

import akashi.ledger.Hash;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells from the entries that differ from their tiles what was done to them. */
final class Diagnosis {
    private final List<Piece.Difference> differences;
    private final Set<Long> explained = new HashSet<>();

    /** By rising index. */
    Diagnosis(List<Piece.Difference> differences) {
        this.differences = List.copyOf(differences);
    }

    /** What was done, in order; behind a removed or an inserted entry everything has moved, so nothing follows it. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (int n = 0; n < differences.size(); n++) {
            Piece.Difference here = differences.get(n);
            if (explained.contains(here.index())) {
                continue;
            }
            Piece.Difference other = swapped(here);
            if (here.empty()) {
                findings.add(Finding.at(Fault.ENTRY_REMOVED, here.index(), ""));
            } else if (other != null) {
                explained.add(other.index());
                findings.add(Finding.at(Fault.ENTRIES_SWAPPED, here.index(), Long.toString(other.index())));
            } else if (moved(n, Piece.Difference::derived, Piece.Difference::stored)) {
                findings.add(Finding.at(Fault.ENTRY_REMOVED, here.index(), ""));
                return findings;
            } else if (moved(n, Piece.Difference::stored, Piece.Difference::derived)) {
                findings.add(Finding.at(Fault.ENTRY_INSERTED, here.index(), ""));
                return findings;
            } else {
                findings.add(Finding.at(Fault.ENTRY_CHANGED, here.index(), ""));
            }
        }
        return findings;
    }

    private Piece.@Nullable Difference swapped(Piece.Difference here) {
        for (Piece.Difference other : differences) {
            if (other.index() > here.index()
                    && other.derived().equals(here.stored())
                    && here.derived().equals(other.stored())) {
                return other;
            }
        }
        return null;
    }

    /** One of the two hashes of a difference. */
    private interface Side {
        Hash of(Piece.Difference difference);
    }

    /** Whether what is here on one side is at the next index on the other. */
    private boolean moved(int n, Side here, Side there) {
        return n + 1 < differences.size()
                && differences.get(n + 1).index() == differences.get(n).index() + 1
                && here.of(differences.get(n)).equals(there.of(differences.get(n + 1)));
    }
}
