package akashi.verifier;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which checkpoints follow from the entries and which do not, as far as a conclusion needs it. */
final class Roots {
    private static final int MOST = 100;

    private final List<Wrong> wrong = new ArrayList<>();
    private final Set<Long> wrongSizes = new HashSet<>();
    private final Set<Long> forkedSizes = new HashSet<>();
    private long matched;
    private long matchedOutside;
    private long lastMatched;

    /**
     * A checkpoint that does not follow from the entries.
     *
     * @param since size of the largest one before it that does
     */
    record Wrong(Claim claim, long since) {}

    /** Notes the next checkpoint; sizes rise. */
    void add(Claim claim, boolean matches) {
        if (matches) {
            matched = claim.size();
            matchedOutside = claim.outside() ? claim.size() : matchedOutside;
            lastMatched = claim.size();
            if (wrongSizes.contains(claim.size())) {
                forkedSizes.add(claim.size());
            }
        } else if (wrong.size() < MOST) {
            wrong.add(new Wrong(claim, claim.outside() ? matchedOutside : matched));
            wrongSizes.add(claim.size());
            if (lastMatched == claim.size()) {
                forkedSizes.add(claim.size());
            }
        }
    }

    /** The first entries, of that number, are as they were signed. */
    long matched() {
        return matched;
    }

    List<Wrong> wrong() {
        return List.copyOf(wrong);
    }

    /** Whether another checkpoint of the same size does follow from the entries. */
    boolean forked(Wrong one) {
        return forkedSizes.contains(one.claim().size());
    }
}
