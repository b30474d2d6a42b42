package akashi.procedure;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gives with a move.
 *
 * @param version of the proposal as it was shown
 * @param hash of the content as it was shown; to it an approval is bound
 * @param date from when it is to be in force; null for at once
 * @param signed golden questions whose changed answer is meant
 * @param answered manual items of the review that were found in order
 */
record Given(
        int version,
        String hash,
        String paper,
        String note,
        boolean important,
        @Nullable LocalDate date,
        Set<Long> signed,
        Set<Finding.Manual> answered) {
    Given {
        signed = Set.copyOf(signed);
        answered = Set.copyOf(answered);
    }

    /** Only the document and the note. */
    static Given of(Proposal proposal, String paper, String note) {
        return new Given(proposal.version(), proposal.content().hash(), paper, note, false, null, Set.of(), Set.of());
    }
}
