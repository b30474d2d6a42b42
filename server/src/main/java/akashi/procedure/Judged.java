package akashi.procedure;

import akashi.review.Finding;
import java.util.Set;

/**
 * What somebody says to what a move asks.
 *
 * @param signed golden questions whose changed answer is meant
 * @param answered manual items of the review that were found in order
 * @param fits whether the implementation rule in force still fits the changed operation
 * @param important whether the reviewer holds the proposal for specially important (特に重要)
 * @param why the reviewer's reason for that, where the rules say otherwise
 */
record Judged(Set<Long> signed, Set<Finding.Manual> answered, boolean fits, boolean important, String why) {
    Judged {
        signed = Set.copyOf(signed);
        answered = Set.copyOf(answered);
    }

    static Judged nothing(boolean important) {
        return new Judged(Set.of(), Set.of(), false, important, "");
    }
}
