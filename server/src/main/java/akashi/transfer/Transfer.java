package akashi.transfer;

import akashi.reorganization.ImportFile;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One transfer order as it was entered.
 *
 * @param paper the document it rests on (発令文書番号)
 * @param decided who applied or withdrew it; null while it waits
 * @param undoes number of the order it puts right, or null
 */
record Transfer(
        long number,
        String paper,
        State state,
        Counts counts,
        Step entered,
        @Nullable Step decided,
        @Nullable Long undoes) {
    enum State {
        WAITING,
        APPLIED,
        WITHDRAWN
    }

    /**
     * @param lines lines of the file
     * @param first day on which the first of them takes effect
     */
    record Counts(String file, int lines, int people, LocalDate first, LocalDate last) {}

    /** Who did something, by staff number, and when. */
    record Step(String by, Instant at) {}

    /** A transfer about to be kept. */
    record Draft(
            String paper,
            ImportFile file,
            Counts counts,
            @Nullable Long undoes) {}
}
