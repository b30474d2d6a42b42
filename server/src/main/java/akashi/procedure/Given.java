package akashi.procedure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gives with a move.
 *
 * @param version of the proposal as it was shown
 * @param hash of the content as it was shown; to it an approval is bound
 * @param judged what the move asks besides
 * @param date from when it is to be in force; null for at once
 */
record Given(
        int version,
        String hash,
        String paper,
        String note,
        Judged judged,
        @Nullable LocalDate date) {
    /** Only the document and the note; what is important stays as it is. */
    static Given of(Proposal proposal, String paper, String note) {
        return new Given(
                proposal.version(), proposal.content().hash(), paper, note, Judged.nothing(proposal.important()), null);
    }
}
